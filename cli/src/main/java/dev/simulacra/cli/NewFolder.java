package dev.simulacra.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/// An empty folder to be filled.
///
/// @param isOwn whether it was made for this, and is not the user's
record NewFolder(Path path, boolean isOwn) {
    /// What is to be written into a new folder.
    @FunctionalInterface
    interface Content {
        void write() throws IOException;
    }

    /// `wanted`, which must be new or empty.
    ///
    /// @throws UsageException where there is something already
    static NewFolder at(Path wanted) throws IOException {
        requireFree(wanted);
        boolean isOwn = Files.notExists(wanted);
        make(wanted);
        return new NewFolder(wanted, isOwn);
    }

    /// The folder `wanted`, or `wanted-2`, `wanted-3` and so on where that exists. Two processes never get the same.
    static NewFolder next(Path wanted) throws IOException {
        Path parent = wanted.toAbsolutePath().getParent();
        if (parent != null) {
            make(parent);
        }
        for (int number = 1; ; number++) {
            Path candidate = number == 1 ? wanted : wanted.resolveSibling(wanted.getFileName() + "-" + number);
            try {
                return new NewFolder(Files.createDirectory(candidate), true);
            } catch (FileAlreadyExistsException _) {
                // The next number may be free.
            }
        }
    }

    /// @throws UsageException where `wanted` is neither new nor an empty folder
    static void requireFree(Path wanted) throws IOException {
        if (Files.exists(wanted) && !Files.isDirectory(wanted)) {
            throw new UsageException("--out " + wanted + ": this is a file; a new or empty folder is required");
        }
        if (Files.isDirectory(wanted) && !isEmpty(wanted)) {
            boolean isRun = Files.exists(wanted.resolve("run.json")) || SeriesFolder.isAt(wanted);
            throw new UsageException("--out " + wanted + ": the folder is not empty; a new or empty one is required"
                    + (isRun ? ", or go on with ./simulacra resume " + wanted : ""));
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            return !files.iterator().hasNext();
        }
    }

    static void make(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IOException("make the folder " + folder + ": " + ErrorMessage.reason(e), e);
        }
    }

    /// Writes `content`. Where that fails, the folder is afterwards as it was before, or gone if it was made for this.
    void fill(Content content) throws IOException {
        try {
            content.write();
        } catch (IOException e) {
            empty(path);
            if (isOwn) {
                Files.delete(path);
            }
            throw e;
        }
    }

    /// Deletes the files in `folder`.
    static void empty(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }
}
