package dev.simulacra.io;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.regex.Pattern;

/// A file replaced as a whole: at every moment its name stands for all of the old content or all of the new, also when
/// the process is killed, the disk is full or the power fails.
public final class AtomicFile {
    private static final Pattern PART = Pattern.compile(".+\\.simulacra-[0-9]+\\.part", Pattern.DOTALL);

    private AtomicFile() {
    }

    /// The content of a file, as a sequence of writes.
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /// Writes `content` to a temporary file beside `file`, forces it to the disk and moves it into place.
    ///
    /// Where anything fails, the temporary file is deleted and `file` is as it was. A symbolic link is followed. What
    /// is neither a file nor a folder, as `/dev/null`, is written to directly: it has no content to replace. An
    /// interrupted thread writes like any other, so that a checkpoint survives the interruption that asked for it.
    ///
    /// @throws IOException that names the file and the cause
    public static void write(Path file, Content content) throws IOException {
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            if (Files.isDirectory(target)) {
                throw new IOException("this is a folder; the name of a file is required");
            }
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                fill(target, content);
            } else {
                replace(target, content);
            }
        } catch (NoSuchFileException e) {
            throw new IOException("write " + file + ": its folder does not exist", e);
        } catch (AccessDeniedException e) {
            throw new IOException("write " + file + ": there is no permission to write in its folder", e);
        } catch (IOException e) {
            throw new IOException("write " + file + ": " + cause(e), e);
        }
    }

    private static void replace(Path target, Content content) throws IOException {
        Path part = part(target);
        try {
            fill(part, content);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// Whether `file` has the name of a temporary file of this class, `NAME.simulacra-NUMBER.part`: what a killed
    /// process left half-written.
    public static boolean isPart(Path file) {
        return PART.matcher(String.valueOf(file.getFileName())).matches();
    }

    /// A new empty file beside `target`, with the first number that neither another writer nor a killed one has taken.
    private static Path part(Path target) throws IOException {
        for (int number = 1; ; number++) {
            try {
                return Files.createFile(target.resolveSibling(target.getFileName() + ".simulacra-" + number + ".part"));
            } catch (FileAlreadyExistsException _) {
                // taken: the next number
            }
        }
    }

    /// A plain `FileOutputStream`: unlike a channel it is not closed by an interruption of the thread.
    private static void fill(Path file, Content content) throws IOException {
        try (var disk = new FileOutputStream(file.toFile()); var out = new BufferedOutputStream(disk, 1 << 16)) {
            content.writeTo(out);
            out.flush();
            if (Files.isRegularFile(file)) {
                disk.getFD().sync();
            }
        }
    }

    /// The cause of `e` in words: the JDK's own message for a missing or forbidden file is only the file's name.
    static String cause(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "there is no permission to read it";
            case FileSystemException other -> Objects.requireNonNullElse(other.getReason(), other.toString());
            default -> Objects.requireNonNullElse(e.getMessage(), e.toString());
        };
    }
}
