package dev.simulacra.runs.folder;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;

/// The right of one process to write into the folder of a run or of several seeds, held by a lock on `run.lock` until
/// it is closed.
///
/// The operating system takes the lock from a process that ends, however it ends. The file stays; nothing is ever
/// written into it or read from it, because by the rules of POSIX a process loses its lock on a file when it closes any
/// other descriptor of it. For that reason a process must not ask twice for the lock of one folder.
public final class FolderLock implements Closeable {
    static final String NAME = "run.lock";

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// Locks `folder`.
    ///
    /// @throws NoSuchFileException where the folder is not there
    /// @throws IOException         where another process has locked it
    static FolderLock take(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        while (true) {
            PlainFiles.requirePlain(file);
            create(file);
            Optional<FolderLock> lock = attempt(file);
            if (lock.isPresent()) {
                return lock.get();
            }
        }
    }

    private static void create(Path file) throws IOException {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException _) {
            // It stays from an earlier process, or another one has just made it.
        }
    }

    /// The lock; empty where whoever held it has meanwhile removed the file, so that another may lie there now.
    private static Optional<FolderLock> attempt(Path file) throws IOException {
        Optional<Object> before = key(file);
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
        if (!isLocked(channel)) {
            channel.close();
            throw new IOException(file.getParent() + ": another process is at work in this folder");
        }
        if (before.isPresent() && before.equals(key(file))) {
            return Optional.of(new FolderLock(file, channel));
        }
        channel.close();
        return Optional.empty();
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            // Held by this very process: the same answer.
            return false;
        }
    }

    /// What tells the file at a path from another one that takes its place.
    private static Optional<Object> key(Path file) throws IOException {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).fileKey();
            return Optional.of(Objects.requireNonNullElse(key, file));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    /// Removes the file while the lock is still held. Others then see that it is gone, and begin anew.
    void remove() throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
