/// Simulacra's core: tensors and their derivatives, compiled programs, networks, games and their theory.
module dev.simulacra.core {
    requires static transitive org.jspecify;
    requires jdk.incubator.vector;

    exports dev.simulacra.data;
    exports dev.simulacra.io;
    exports dev.simulacra.metrics;
    exports dev.simulacra.nn;
    exports dev.simulacra.optim;
    exports dev.simulacra.random;
    exports dev.simulacra.tensor;
    exports dev.simulacra.theory;
}
