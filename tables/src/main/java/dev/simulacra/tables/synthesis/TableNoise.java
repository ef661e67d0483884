package dev.simulacra.tables.synthesis;

import dev.simulacra.data.Distribution;
import dev.simulacra.random.Law;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.List;

/// The noise of a table's generator: `normals` normal coordinates, then `uniforms` uniform ones in (0, 1) by which
/// states are drawn.
record TableNoise(int normals, int uniforms) implements Distribution {
    @Override
    public int dimension() {
        return normals + uniforms;
    }

    @Override
    public Tensor sample(String stream, int m) {
        Tensor z = Tensor.draw(stream + "/normals", new Law.Normal(), Shape.of(m, normals));
        if (uniforms == 0) {
            return z;
        }
        return Tensor.concatenate(1, List.of(
                z, Tensor.draw(stream + "/uniforms", new Law.Uniform(0, 1), Shape.of(m, uniforms))));
    }
}
