package dev.simulacra.benchmarks;

import dev.simulacra.data.Dataset;
import dev.simulacra.data.Distribution;
import dev.simulacra.data.Gaussian;
import dev.simulacra.game.Discriminator;
import dev.simulacra.game.Game;
import dev.simulacra.game.Generator;
import dev.simulacra.game.Penalty;
import dev.simulacra.game.Player;
import dev.simulacra.game.objective.LogProbability;
import dev.simulacra.game.objective.NonSaturating;
import dev.simulacra.game.penalty.R1;
import dev.simulacra.game.penalty.R2;
import dev.simulacra.nn.Activation;
import dev.simulacra.nn.Dropout;
import dev.simulacra.nn.Initializer;
import dev.simulacra.nn.Layer;
import dev.simulacra.nn.Linear;
import dev.simulacra.nn.Maxout;
import dev.simulacra.nn.Sequential;
import dev.simulacra.optim.Adam;
import dev.simulacra.optim.LearningRule;
import dev.simulacra.optim.Momentum;
import dev.simulacra.optim.Schedule;
import dev.simulacra.optim.WeightAverage;
import dev.simulacra.program.Compiler;
import dev.simulacra.program.Computation;
import dev.simulacra.program.Program;
import dev.simulacra.random.Law;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A training step as Simulacra takes it.
final class OurStep implements Task {
    private static final long SEED = 1;
    private static final String ROUND = "step";

    private final TrainingStep work;
    private final Game game;
    private final Program program;
    private final Tensor lossD;
    private final Tensor lossG;
    private long step;

    OurStep(TrainingStep work, int threads) {
        this.work = work;
        game = game(work);
        Compiler compiler = new Compiler(SEED, threads);
        Game.UpdateGraph round = game.updateGraph(ROUND);
        lossG = round.generatorLoss();
        if (work.isMaxout()) {
            lossD = round.value().times(-0.5);
            program = compiler.compile(descentD().and(descentG()));
        } else {
            lossD = game.jointUpdateGraph(ROUND).penalizedValue().negate();
            program = compiler.compile(descentD(), descentG());
        }
    }

    @Override
    public void run() {
        program.run(step, step);
        step++;
    }

    /// Takes the first `steps` steps, writes what another library needs to follow them, and tells the losses.
    double[] trace(Path file, int steps) throws IOException {
        List<float[]> weights = parameters().map(p -> p.storage().clone()).toList();
        List<Tensor> drawn = drawn();
        Program draws = new Compiler(SEED, 1).compile(Computation.of(drawn.toArray(Tensor[]::new)));
        List<List<float[]>> all = new ArrayList<>();
        double[] losses = new double[2 * steps];
        for (int i = 0; i < steps; i++) {
            draws.run(i, i);
            all.add(drawn.stream().map(draws::value).toList());
            run();
            losses[2 * i] = program.scalar(lossD);
            losses[2 * i + 1] = program.scalar(lossG);
        }
        new Trace(weights, all).write(file);
        return losses;
    }

    /// Both players' parameters, the generator's first.
    private Stream<Parameter> parameters() {
        return Stream.concat(
                game.generator().network().parameters().stream(),
                game.discriminator().network().parameters().stream());
    }

    /// The random leaves of the step: data, noise, and the masks on data and on samples, layer by layer.
    private List<Tensor> drawn() {
        List<Tensor> drawn = new ArrayList<>();
        drawn.add(game.data().sample("data", work.minibatch()));
        drawn.add(game.generator().noisePrior().sample("noise/" + ROUND, work.minibatch()));
        if (work.isMaxout()) {
            for (String kind : List.of("real", "fake")) {
                for (int i = 0; i + 1 < work.discriminator().size(); i++) {
                    drawn.add(Tensor.draw(
                            "discriminator/" + kind + "/" + ROUND + "/dropout-" + i,
                            new Law.Bernoulli(i == 0 ? 0.8 : 0.5),
                            Shape.of(work.minibatch(), work.discriminator().get(i))));
                }
            }
        }
        return drawn;
    }

    private Computation descentD() {
        return descent(game.discriminator().network(), lossD);
    }

    private Computation descentG() {
        return descent(game.generator().network(), lossG);
    }

    /// One step of the network's player down `loss`.
    private Computation descent(Layer network, Tensor loss) {
        Schedule rate = new Schedule.Constant(work.isMaxout() ? TrainingStep.MOMENTUM_RATE : TrainingStep.RATE);
        Player player = new Player(
                network.parameters(), new Player.Optimization(rule(), rate, new WeightAverage(0)));
        return player.descend(loss).and(Computation.of(loss));
    }

    private LearningRule rule() {
        return work.isMaxout()
                ? Momentum.heavyBall(TrainingStep.MOMENTUM)
                : new Adam(TrainingStep.BETA1, TrainingStep.BETA2, 1e-8);
    }

    private static Game game(TrainingStep work) {
        List<Penalty> penalties = work.game() == TrainingStep.Kind.PENALIZED
                ? List.of(new R1(TrainingStep.GAMMA), new R2(TrainingStep.GAMMA))
                : List.of();
        return new Game(
                data(work),
                new Generator(generator(work), new Noise(work.noise(), !work.isMaxout()), work.dimension()),
                new Discriminator(discriminator(work)),
                new NonSaturating(new LogProbability.FromLogits()),
                penalties,
                work.minibatch());
    }

    /// Points of a Gaussian, or a table of numbers in [0, 1] of the digits' shape.
    private static Distribution data(TrainingStep work) {
        if (work.isPlanar()) {
            return Gaussian.of(new double[][] {{1, 2}, {-0.1, 0.5}}, 1, 2);
        }
        float[] pixels = Numbers.between(0, 1, TrainingStep.ROWS * work.dimension());
        return new Dataset("digits", TrainingStep.ROWS, work.dimension(), pixels);
    }

    private static Layer generator(TrainingStep work) {
        List<Layer> layers = perceptron("generator", work.generator(), work);
        if (!work.isPlanar()) {
            layers.add(new Activation.Sigmoid());
        }
        return new Sequential(layers);
    }

    private static Layer discriminator(TrainingStep work) {
        if (!work.isMaxout()) {
            return new Sequential(perceptron("discriminator", work.discriminator(), work));
        }
        List<Layer> layers = new ArrayList<>();
        List<Integer> widths = work.discriminator();
        Initializer small = Initializer.uniform(0.005);
        for (int i = 0; i + 1 < widths.size(); i++) {
            boolean last = i + 2 == widths.size();
            String name = "discriminator/" + i;
            layers.add(i == 0 ? new Dropout("dropout-0", 0.8, 1.25) : new Dropout("dropout-" + i, 0.5, 2));
            layers.add(
                    last
                            ? Linear.create(name, widths.get(i), 1, small, Initializer.zeros(), SEED)
                            : Maxout.create(
                                    name, widths.get(i), widths.get(i + 1), TrainingStep.PIECES, small,
                                    Initializer.zeros(), SEED));
        }
        return new Sequential(layers);
    }

    private static List<Layer> perceptron(String name, List<Integer> widths, TrainingStep work) {
        Initializer weights = work.isMaxout() ? Initializer.uniform(0.05) : Initializer.xavierNormal();
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i + 1 < widths.size(); i++) {
            if (i > 0) {
                layers.add(new Activation.Relu());
            }
            layers.add(Linear.create(
                    name + "/" + i, widths.get(i), widths.get(i + 1), weights, Initializer.zeros(), SEED));
        }
        return layers;
    }

    /// Independent coordinates of mean 0 and variance 1, normal or uniform.
    private record Noise(int dimension, boolean normal) implements Distribution {
        @Override
        public Tensor sample(String stream, int m) {
            double bound = StrictMath.sqrt(3);
            Law law = normal ? new Law.Normal() : new Law.Uniform(-bound, bound);
            return Tensor.draw(stream, law, Shape.of(m, dimension));
        }
    }
}
