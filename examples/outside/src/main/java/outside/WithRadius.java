package outside;

import dev.simulacra.nn.ForwardPass;
import dev.simulacra.nn.Layer;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.List;

/// A layer: `(m, n) → (m, n + 1)`, the input with its squared length beside it.
public record WithRadius() implements Layer {
    @Override
    public Tensor apply(Tensor x, ForwardPass pass) {
        return Tensor.concatenate(1, List.of(x, x.square().sumTo(Shape.of(x.shape().extent(0), 1))));
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }
}
