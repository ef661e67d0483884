package dev.simulacra.analysis.dynamics;

import dev.simulacra.game.Game;
import dev.simulacra.tensor.Gradients;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The vector field of a game that is stated as tensors, by differentiating them, in double precision.
///
/// Second derivatives are gradients of gradients. `v′ᵀ g` is the gradient of `g · v`; it is linear in g, so the
/// gradient of `d · v′ᵀ g` with respect to g is `v′ d`, and no forward mode is needed.
public final class GameField implements VectorField {
    private final List<Tensor> state;
    private final int generator;
    private final int size;
    private final List<Tensor> field;
    private final List<Tensor> adjoints;
    private final List<Tensor> directions;
    private final List<Tensor> pulled;
    private final List<Tensor> pushed;
    private final Reference draws;

    private GameField(List<Tensor> theta, List<Tensor> psi, List<Tensor> field, Reference draws) {
        this.state = Stream.concat(theta.stream(), psi.stream()).toList();
        this.generator = sizeOf(theta);
        this.size = sizeOf(state);
        this.field = field;
        this.draws = draws;
        adjoints = inputs("adjoint");
        directions = inputs("direction");
        pulled = Gradients.of(dot(adjoints, field), state);
        pushed = Gradients.of(dot(directions, pulled), adjoints);
    }

    /// The game in which the generator descends `generatorLoss` in `theta` and the discriminator ascends `value` in
    /// `psi`.
    ///
    /// @param theta inputs or values of parameters
    /// @param psi   inputs or values of parameters, none of them in `theta`
    /// @throws IllegalArgumentException where a player has no parameters, or both share one
    public static GameField of(Tensor generatorLoss, List<Tensor> theta, Tensor value, List<Tensor> psi) {
        return of(generatorLoss, theta, value, psi, Reference.create());
    }

    /// `game` on one minibatch: the data, the noise and the dropout masks that both players would see in step `step` of
    /// a training by `seed` in which they move at the same moment. The discriminator ascends its penalized value.
    public static GameField of(Game game, long seed, long step) {
        Game.UpdateGraph round = game.updateGraph("discriminator");
        return of(
                round.generatorLoss(),
                values(game.generator().network().parameters()),
                round.penalizedValue(),
                values(game.discriminator().network().parameters()),
                Reference.create().at(seed, step, step));
    }

    private static GameField of(
            Tensor generatorLoss, List<Tensor> theta, Tensor value, List<Tensor> psi, Reference draws) {
        if (theta.isEmpty() || psi.isEmpty() || theta.stream().anyMatch(psi::contains)) {
            throw new IllegalArgumentException("vector field: the generator has " + theta.size()
                    + " tensors and the discriminator " + psi.size() + "; each must have its own, at least one");
        }
        List<Tensor> field = new ArrayList<>(Gradients.of(generatorLoss, theta));
        field.addAll(Gradients.of(value.negate(), psi));
        return new GameField(theta, psi, List.copyOf(field), draws);
    }

    @Override
    public int generator() {
        return generator;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public double[] at(double... w) {
        return flat(bound(draws, state, w).values(field));
    }

    @Override
    public double[] push(double[] w, double[] d) {
        double[] any = new double[size]; // linear in the adjoint: its value does not matter
        return flat(bound(bound(bound(draws, state, w), directions, d), adjoints, any).values(pushed));
    }

    @Override
    public double[] pull(double[] w, double[] g) {
        return flat(bound(bound(draws, state, w), adjoints, g).values(pulled));
    }

    /// ω as the parameters stand at present.
    ///
    /// @throws IllegalStateException where the state is made of inputs
    public double[] present() {
        return flat(Reference.create().values(state));
    }

    private static List<Tensor> values(List<Parameter> parameters) {
        return parameters.stream().map(Parameter::value).toList();
    }

    private List<Tensor> inputs(String name) {
        return field.stream().map(part -> Tensor.input(name, part.shape())).toList();
    }

    private static Tensor dot(List<Tensor> a, List<Tensor> b) {
        Tensor sum = Tensor.of(0);
        for (int i = 0; i < a.size(); i++) {
            sum = sum.plus(a.get(i).times(b.get(i)).sum());
        }
        return sum;
    }

    private static int sizeOf(List<Tensor> tensors) {
        return tensors.stream().map(Tensor::shape).mapToInt(Shape::size).sum();
    }

    /// `reference` with `values`, one tensor's after the other's, bound to `tensors`.
    private static Reference bound(Reference reference, List<Tensor> tensors, double... values) {
        if (values.length != sizeOf(tensors)) {
            throw new IllegalArgumentException("vector field: " + values.length + " coordinates are given, there are "
                    + sizeOf(tensors));
        }
        Reference bound = reference;
        int from = 0;
        for (Tensor tensor : tensors) {
            int to = from + tensor.shape().size();
            bound = bound.with(tensor, Arrays.copyOfRange(values, from, to));
            from = to;
        }
        return bound;
    }

    private static double[] flat(List<double[]> parts) {
        return parts.stream().flatMapToDouble(Arrays::stream).toArray();
    }
}
