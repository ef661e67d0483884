package dev.simulacra.game;

import dev.simulacra.data.Distribution;
import dev.simulacra.nn.ForwardPass;
import dev.simulacra.tensor.Assignment;
import dev.simulacra.tensor.Gradients;
import dev.simulacra.tensor.Independence;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// The adversarial game of a generator and a discriminator over data.
///
/// Where the generator is conditional, data and samples are rows `[x, y]`, both players see the labels y, and V is the
/// mean over y of the values of as many games. Penalties are on slopes in x.
///
/// @param data       the distribution `p_data` of real examples
/// @param generator  G
/// @param discriminator D
/// @param objective  what each player plays for
/// @param penalties  what the discriminator pays for steep logits
/// @param minibatch  `m`, the number of real and of generated examples in one update
public record Game(
        Distribution data,
        Generator generator,
        Discriminator discriminator,
        Objective objective,
        List<Penalty> penalties,
        int minibatch) {

    /// @throws IllegalArgumentException where data and generator differ in dimension, the minibatch is empty or no
    /// number
    ///     of whole packs, or a network's output has another shape than the game needs
    public Game {
        penalties = List.copyOf(penalties);
        if (data.dimension() != generator.dimension()) {
            throw new IllegalArgumentException("game: the data have " + data.dimension()
                    + " columns, the generator makes " + generator.dimension());
        }
        if (minibatch < 1) {
            throw new IllegalArgumentException("game: the minibatch is " + minibatch + ", it must be at least 1");
        }
        requireShapes(data, generator, discriminator, minibatch);
    }

    /// Checks by shapes alone what each network makes of a minibatch, whatever layers it consists of.
    private static void requireShapes(
            Distribution data, Generator generator, Discriminator discriminator, int minibatch) {
        if (minibatch % discriminator.pack() != 0) {
            throw new IllegalArgumentException("game: a minibatch of " + minibatch
                    + " is not a number of whole packs of " + discriminator.pack());
        }
        Tensor z = Tensor.input("z", Shape.of(minibatch, generator.noisePrior().dimension()));
        requireShape("generator", generator.apply(z, ForwardPass.inference()),
                Shape.of(minibatch, generator.dimension()));
        Tensor x = Tensor.input("x", Shape.of(minibatch, data.dimension()));
        requireShape("discriminator", discriminator.logits(x, ForwardPass.inference()),
                Shape.of(minibatch / discriminator.pack(), 1));
    }

    private static void requireShape(String network, Tensor made, Shape required) {
        if (!made.shape().equals(required)) {
            throw new IllegalArgumentException("game: the " + network + " makes " + made.shape() + " of a minibatch; "
                    + required + " is required" + (network.equals("discriminator")
                            ? ", one logit for each pack of its examples" : ""));
        }
    }

    /// One minibatch of data and one of noise, drawn from the streams `data` and `noise/NAME`, as the game goes over
    /// them.
    ///
    /// @param name the round's name: rounds of one name see the same noise and the same dropout masks in the same draw,
    ///     rounds of different names independent ones
    public UpdateGraph updateGraph(String name) {
        return updateGraph(name, Parameter::value);
    }

    /// The round `name` as it would be with `weights` for the parameters of either player.
    public UpdateGraph updateGraph(String name, Function<Parameter, Tensor> weights) {
        ForwardPass generating = ForwardPass.training("generator/" + name).withWeights(weights);
        Tensor drawn = data.sample("data", minibatch);
        Tensor made = generated(name, generating);
        Tensor real = examples(drawn);
        Tensor fake = examples(made);
        ForwardPass judgingReal = ForwardPass.training("discriminator/real/" + name).withWeights(weights);
        Tensor realLogits = discriminator.logits(labelled(real, drawn), judgingReal);
        ForwardPass judgingFake = ForwardPass.training("discriminator/fake/" + name).after(judgingReal);
        Tensor fakeLogits = discriminator.logits(labelled(fake, made), judgingFake);
        DiscriminatorScores judgement =
                new DiscriminatorScores.SeparateBatches(real, fake, realLogits, fakeLogits,
                        elsewhere(name, weights, drawn));
        return new UpdateGraph(this, judgement, generating.kept(), judgingFake.kept());
    }

    /// The round `name` for the discriminator's update alone: where its examples do not depend on each other, it judges
    /// data and samples as one minibatch, with dropout masks of its own, and otherwise as in [#updateGraph].
    ///
    /// A penalty on the slopes at the data but not at the samples, or the other way round, keeps the two apart: half of
    /// the slopes would be computed for nothing.
    public UpdateGraph jointUpdateGraph(String name) {
        ForwardPass generating = ForwardPass.training("generator/" + name);
        ForwardPass judging = ForwardPass.training("discriminator/both/" + name);
        Tensor drawn = data.sample("data", minibatch);
        Tensor rows = Tensor.concatenate(0, List.of(drawn, generated(name, generating)));
        Tensor examples = examples(rows);
        Tensor judged = labelled(examples, rows);
        Tensor logits = discriminator.logits(judged, judging);
        if (!Independence.ofRows(logits, judged) || readsOneSide()) {
            return updateGraph(name);
        }
        DiscriminatorScores judgement =
                DiscriminatorScores.JointBatch.of(examples, logits, elsewhere(name, Parameter::value, drawn));
        return new UpdateGraph(this, judgement, generating.kept(), judging.kept());
    }

    /// Whether the penalties read the slopes of data alone or of samples alone.
    private boolean readsOneSide() {
        return penalties.stream().flatMap(penalty -> penalty.slopes().stream()).distinct().count() == 1;
    }

    private Tensor generated(String name, ForwardPass pass) {
        return generator.apply(generator.noisePrior().sample("noise/" + name, minibatch), pass);
    }

    private UnaryOperator<Tensor> elsewhere(String name, Function<Parameter, Tensor> weights, Tensor drawn) {
        return x -> discriminator.logits(
                labelled(x, drawn), ForwardPass.training("discriminator/real/" + name).withWeights(weights));
    }

    /// x of rows `[x, y]`, as a tensor that the logits are made from: their slope in x is a slope in the examples, and
    /// how they differ from label to label is no slope.
    private Tensor examples(Tensor rows) {
        int labels = generator.labels();
        return labels == 0 ? rows : rows.slice(1, 0, data.dimension() - labels);
    }

    /// `[x, y]` with the labels of `rows`.
    private Tensor labelled(Tensor x, Tensor rows) {
        int labels = generator.labels();
        return labels == 0
                ? x
                : Tensor.concatenate(1, List.of(x, rows.slice(1, data.dimension() - labels, data.dimension())));
    }

    /// The graph of one update: the discriminator's scores, and what follows from them, as tensors.
    ///
    /// @param generatorStatistics     what the generator's running statistics become
    /// @param discriminatorStatistics what the discriminator's running statistics become
    public record UpdateGraph(
            Game game,
            DiscriminatorScores judgement,
            List<Assignment> generatorStatistics,
            List<Assignment> discriminatorStatistics) {

        /// `V(D, G)` on this minibatch.
        public Tensor value() {
            return game.objective.value(judgement.realLogits(), judgement.fakeLogits());
        }

        /// The expression that the discriminator ascends: `V(D, G)` less the penalties.
        public Tensor penalizedValue() {
            Tensor value = value();
            for (Penalty penalty : game.penalties) {
                value = value.minus(penalty.of(judgement));
            }
            return value;
        }

        /// `J(G)`, what the generator descends.
        public Tensor generatorLoss() {
            return game.objective.generatorLoss(judgement.realLogits(), judgement.fakeLogits());
        }

        /// `J(G)` with its part on data, which the generator descends where it foresees the discriminator; where it
        /// does not, the gradient is that of [#generatorLoss].
        public Tensor wholeGeneratorLoss() {
            return generatorLoss().plus(game.objective.generatorLossOnData(judgement.realLogits()));
        }

        /// The gradients of what the discriminator descends, the penalized value negated, at `state` of its player.
        public List<Tensor> discriminatorGradients(Player.PlayerState state) {
            return Gradients.of(penalizedValue().negate(), state.weights());
        }

        /// The gradients of what the generator descends, `J(G)`, at `state` of its player.
        public List<Tensor> generatorGradients(Player.PlayerState state) {
            return Gradients.of(generatorLoss(), state.weights());
        }

        /// The mean of the discriminator's output over the data.
        public Tensor meanOnData() {
            return game.objective.output(judgement.realLogits()).mean();
        }

        /// The mean of the discriminator's output over the generated examples.
        public Tensor meanOnSamples() {
            return game.objective.output(judgement.fakeLogits()).mean();
        }
    }
}
