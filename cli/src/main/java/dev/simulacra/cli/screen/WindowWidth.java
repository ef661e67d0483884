package dev.simulacra.cli.screen;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.function.IntSupplier;

/// The present width of the terminal behind the standard output. The window may have been resized, so the operating
/// system is asked each time.
///
/// POSIX has no function for it that the JDK offers. The call is `ioctl(1, TIOCGWINSZ, &size)`, which fills in four
/// unsigned short numbers: rows, columns, and the size in pixels.
final class WindowWidth implements IntSupplier {
    private static final int STANDARD_OUTPUT = 1;
    private static final long TIOCGWINSZ_LINUX = 0x5413;
    private static final long TIOCGWINSZ_MAC = 0x4008_7468;
    private static final long SIZE_BYTES = 8;
    private static final long COLUMNS_OFFSET = 2;

    private final MethodHandle ioctl;
    private final MemorySegment size = Arena.ofAuto().allocate(SIZE_BYTES, JAVA_SHORT.byteAlignment());
    private final long request;
    private final int otherwise;

    /// A way to ask for the width, which is `otherwise` for good where the system is not a POSIX one.
    static IntSupplier open(int otherwise) {
        return System.getProperty("os.name").startsWith("Windows") ? () -> otherwise : new WindowWidth(otherwise);
    }

    private WindowWidth(int otherwise) {
        this.otherwise = otherwise;
        Linker linker = Linker.nativeLinker();
        ioctl = linker.downcallHandle(linker.defaultLookup().findOrThrow("ioctl"),
                FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS), Linker.Option.firstVariadicArg(2));
        request = System.getProperty("os.name").startsWith("Mac") ? TIOCGWINSZ_MAC : TIOCGWINSZ_LINUX;
    }

    @Override
    public int getAsInt() {
        try {
            int code = (int) ioctl.invokeExact(STANDARD_OUTPUT, request, size);
            int columns = Short.toUnsignedInt(size.get(JAVA_SHORT, COLUMNS_OFFSET));
            return code == 0 && columns > 0 ? columns : otherwise;
        } catch (Throwable e) {
            throw new IllegalStateException("ioctl: the width of the terminal cannot be asked for", e);
        }
    }
}
