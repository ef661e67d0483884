/// Simulacra's core: tensors and their derivatives, compiled programs, networks, games and files.
module dev.simulacra.core {
    requires static transitive org.jspecify;
    requires jdk.incubator.vector;

    exports dev.simulacra.data;
    exports dev.simulacra.game;
    exports dev.simulacra.game.objective;
    exports dev.simulacra.game.order;
    exports dev.simulacra.game.penalty;
    exports dev.simulacra.game.preset;
    exports dev.simulacra.io;
    exports dev.simulacra.nn;
    exports dev.simulacra.optim;
    exports dev.simulacra.program;
    exports dev.simulacra.random;
    exports dev.simulacra.tensor;
}
