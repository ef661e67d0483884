package dev.simulacra.runs.folder;

import dev.simulacra.io.MalformedFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/// The rule for the content of a run's folder: regular files and folders. A symbolic link would make a write change a
/// file elsewhere, and a pipe would make a read wait for ever, so both are refused.
public final class PlainFiles {
    private PlainFiles() {}

    /// @throws IOException that names the first entry of `folder` which is neither a regular file nor a folder
    static void require(Path folder) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                requirePlain(entry);
            }
        }
    }

    /// @throws IOException where `file` is there, and is neither a regular file nor a folder
    static void requirePlain(Path file) throws IOException {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException _) {
            return;
        }
        if (attributes.isSymbolicLink() || attributes.isOther()) {
            throw new IOException(file + ": this is " + (attributes.isSymbolicLink() ? "a symbolic link" : "a pipe or "
                    + "a device") + "; the folder of a run holds regular files alone, so remove it");
        }
    }

    /// The content of the regular file `file`.
    ///
    /// @param most the most bytes that such a file can have
    /// @throws IOException where it is no regular file, cannot be read, or is larger
    public static byte[] read(Path file, int most) throws IOException {
        requirePlain(file);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(most + 1);
            if (content.length > most) {
                throw new MalformedFileException(file, "it has " + Files.size(file) + " bytes; at most " + most
                        + " are possible");
            }
            return content;
        } catch (FileSystemException e) {
            throw new IOException("read " + file + ": " + reason(e), e);
        }
    }

    /// Why an operation on a file failed, without the file's name where the JDK knows it: the JDK's own message for
    /// many problems is only that name.
    public static String reason(IOException e) {
        String message = Objects.requireNonNullElse(e.getMessage(), e.toString());
        return switch (e) {
            case NoSuchFileException _ -> "there is no such file or folder";
            case AccessDeniedException _ -> "there is no permission";
            case FileAlreadyExistsException _ -> "something of this name is there already";
            case NotDirectoryException _ -> "this is no folder";
            case DirectoryNotEmptyException _ -> "the folder is not empty";
            case FileSystemException other -> Objects.requireNonNullElse(other.getReason(), message);
            default -> message;
        };
    }
}
