package dev.simulacra.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// A class loader with kernels of its own, from which the vector module is hidden: in the same process, they are what
/// they are where the module is missing.
final class WithoutVectors extends ClassLoader {
    private static final String KERNELS = "dev.simulacra.kernel.";

    WithoutVectors() {
        super(WithoutVectors.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith("jdk.incubator.vector.")) {
            throw new ClassNotFoundException(name + " is hidden");
        }
        if (!name.startsWith(KERNELS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known != null ? known : define(name);
        }
    }

    private Class<?> define(String name) {
        try (InputStream file = WithoutVectors.class.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
            byte[] bytes = Objects.requireNonNull(file).readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
