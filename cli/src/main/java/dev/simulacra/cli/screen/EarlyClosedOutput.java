package dev.simulacra.cli.screen;

import java.io.IOException;
import java.io.OutputStream;

/// An output whose reader may close it early, as `head` does: that is no error, and what is written afterwards is
/// dropped. Everything else that goes wrong is thrown.
public final class EarlyClosedOutput extends OutputStream {
    private final OutputStream out;
    private boolean isClosed;

    EarlyClosedOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            if (!isClosed) {
                out.write(bytes, offset, length);
            }
        } catch (IOException e) {
            if (!isByReader(e)) {
                throw e;
            }
            isClosed = true;
        }
    }

    /// Whether `problem` is the error of a write to a pipe whose reader has closed it.
    public static boolean isByReader(IOException problem) {
        return String.valueOf(problem.getMessage()).contains("Broken pipe");
    }
}
