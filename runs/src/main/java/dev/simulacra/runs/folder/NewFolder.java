package dev.simulacra.runs.folder;

import dev.simulacra.io.AtomicFile;
import dev.simulacra.runs.RunRefusedException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// An empty folder for a run or for several seeds, locked by this process until it is closed.
///
/// The remains of a process that ended before its run had begun, `run.lock` and half-written files, do not count.
public final class NewFolder implements Closeable {
    private final Path path;
    private final boolean isOwn;
    private final FolderLock lock;

    /// @param isOwn whether it was made for this, and is not the user's
    private NewFolder(Path path, boolean isOwn, FolderLock lock) {
        this.path = path;
        this.isOwn = isOwn;
        this.lock = lock;
    }

    /// The first files of a new folder, as a piece of work.
    @FunctionalInterface
    public interface Content {
        void write() throws IOException;
    }

    /// `wanted`, which must be new or empty. Of several processes that want the same, one gets it.
    ///
    /// @throws RunRefusedException where there is something already
    /// @throws IOException         where another process has it
    public static NewFolder at(Path wanted) throws IOException {
        while (true) {
            requireFree(wanted);
            boolean isOwn = isMade(wanted);
            try {
                return locked(wanted, isOwn);
            } catch (NoSuchFileException _) {
                // Another process had made it, failed, and removed it again.
            }
        }
    }

    /// The folder `wanted`, or `wanted-2`, `wanted-3` and so on where that exists. Two processes never get the same.
    public static NewFolder next(Path wanted) throws IOException {
        makeParent(wanted);
        for (int number = 1; ; number++) {
            Path candidate = number == 1 ? wanted : wanted.resolveSibling(wanted.getFileName() + "-" + number);
            try {
                return locked(Files.createDirectory(candidate), true);
            } catch (FileAlreadyExistsException _) {
                // The next number may be free.
            }
        }
    }

    private static NewFolder locked(Path folder, boolean isOwn) throws IOException {
        FolderLock lock;
        try {
            lock = FolderLock.take(folder);
        } catch (IOException e) {
            removeIfEmpty(folder, isOwn);
            throw e;
        }
        try {
            requireFree(folder);
            sweep(folder);
            return new NewFolder(folder, isOwn, lock);
        } catch (Throwable problem) {
            lock.close();
            throw problem;
        }
    }

    private static void removeIfEmpty(Path folder, boolean isOwn) throws IOException {
        try {
            if (isOwn) {
                Files.deleteIfExists(folder);
            }
        } catch (DirectoryNotEmptyException _) {
            // Somebody else has written into it.
        }
    }

    /// Requires that `wanted` is not there, or is an empty folder.
    ///
    /// @throws RunRefusedException where there is something already
    public static void requireFree(Path wanted) throws IOException {
        if (Files.isSymbolicLink(wanted) && Files.notExists(wanted)) {
            throw new RunRefusedException(wanted + ": this is a link to nothing; a new or empty folder is required");
        }
        if (Files.exists(wanted) && !Files.isDirectory(wanted)) {
            throw new RunRefusedException(wanted + ": this is a file; a new or empty folder is required");
        }
        List<String> content = Files.isDirectory(wanted) ? content(wanted) : List.of();
        if (!content.isEmpty()) {
            boolean isRun = new RunFolder(wanted).isBegun() || SeriesFolder.isAt(wanted);
            throw new RunRefusedException(wanted + ": the folder is not empty; a new or empty one is required"
                    + (isRun ? ", or go on with ./simulacra resume " + wanted : "; it holds " + content.getFirst()));
        }
    }

    /// The names of what lies in `folder`, in their order, but the remains of a process that was killed.
    private static List<String> content(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                if (!name.equals(FolderLock.NAME) && !AtomicFile.isPart(file)) {
                    names.add(name);
                }
            }
        }
        return names.stream().sorted().toList();
    }

    private static boolean isMade(Path folder) throws IOException {
        makeParent(folder);
        try {
            Files.createDirectory(folder);
            return true;
        } catch (FileAlreadyExistsException _) {
            return false;
        } catch (IOException e) {
            throw new IOException("make the folder " + folder + ": " + PlainFiles.reason(e), e);
        }
    }

    private static void makeParent(Path folder) throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        try {
            if (parent != null) {
                Files.createDirectories(parent);
            }
        } catch (FileAlreadyExistsException e) {
            throw new IOException("make the folder " + folder + ": " + e.getFile() + " is no folder", e);
        } catch (IOException e) {
            throw new IOException("make the folder " + folder + ": " + PlainFiles.reason(e), e);
        }
    }

    /// The folder.
    public Path path() {
        return path;
    }

    /// Writes `content`. Where that fails, for whatever reason, the folder is afterwards as it was before, or gone if
    /// it was made for this.
    public void fill(Content content) throws IOException {
        try {
            content.write();
        } catch (Throwable problem) {
            clear();
            throw problem;
        }
    }

    private void clear() throws IOException {
        Files.deleteIfExists(new RunFolder(path).runFile());
        Files.deleteIfExists(new SeriesFolder(path).seriesFile());
        sweep(path);
        lock.remove();
        removeIfEmpty(path, isOwn);
    }

    /// Deletes what a killed process left half-written in `folder`; its names are this program's own.
    static void sweep(Path folder) throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, AtomicFile::isPart)) {
            for (Path part : parts) {
                Files.deleteIfExists(part);
            }
        }
    }

    /// Lets others into the folder.
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
