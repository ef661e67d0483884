package outside;

import dev.simulacra.data.Distribution;
import dev.simulacra.random.Law;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.List;

/// A data set: points of a circle around the origin, with noise across it.
///
/// @param radius the radius of the circle
/// @param noise  the standard deviation of the noise
public record Circle(double radius, double noise) implements Distribution {
    @Override
    public int dimension() {
        return 2;
    }

    @Override
    public Tensor sample(String stream, int m) {
        Tensor angle = Tensor.draw(stream + "/angle", new Law.Uniform(0, 2 * Math.PI), Shape.of(m, 1));
        Tensor length = Tensor.draw(stream + "/noise", new Law.Normal(), Shape.of(m, 1)).times(noise).plus(radius);
        return Tensor.concatenate(1, List.of(angle.cos(), angle.sin())).times(length);
    }
}
