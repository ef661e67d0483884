package dev.simulacra.cli.dynamics;

import dev.simulacra.analysis.dynamics.DiracGan;
import dev.simulacra.analysis.dynamics.LinearQuadraticGame;
import dev.simulacra.analysis.dynamics.UpdateScheme;
import dev.simulacra.cli.run.CliProgram;
import dev.simulacra.cli.screen.JsonOption;
import dev.simulacra.cli.screen.Terminal;
import dev.simulacra.cli.screen.UsageException;
import dev.simulacra.cli.settings.Catalogue;
import dev.simulacra.experiments.figure.FigureFile;
import dev.simulacra.experiments.figure.TrajectoryFigure;
import dev.simulacra.runs.folder.NewFolder;
import dev.simulacra.runs.folder.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// `dynamics`: where a game goes, by the eigenvalues of its Jacobian.
@Command(name = "dynamics", mixinStandardHelpOptions = true,
        description = "Computes from the eigenvalues of its Jacobian whether a game converges, rotates or diverges: for"
                + " one of two games with closed forms, or for a run at its last checkpoint.",
        footer = "Several orders or weights, separated by commas, are compared in one picture.")
public final class DynamicsCommand implements Callable<Integer> {
    private static final int MOST_STEPS = 100_000;
    /// Products of some settings of this size are still finite.
    private static final double LARGEST = 1e9;
    private static final List<String> GAMES = List.of("dirac", "linear-quadratic");
    private static final List<String> ORDERS =
            List.of("simultaneous", "alternating", "extragradient", "optimistic", "consensus");
    private static final Map<String, DiracGan.Objective> OBJECTIVES = Map.of(
            "minimax", DiracGan.Objective.MINIMAX,
            "non-saturating", DiracGan.Objective.NON_SATURATING,
            "wasserstein", DiracGan.Objective.WASSERSTEIN);

    private final Terminal screen;
    private final CliProgram program;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "GAME", description = "dirac, linear-quadratic, or the folder of a run.")
    private String subject = "";

    @Option(names = "--order", paramLabel = "WORD", split = ",", defaultValue = "alternating",
            description = "simultaneous, alternating, extragradient, optimistic or consensus;"
                    + " default ${DEFAULT-VALUE}.")
    private List<String> orders = List.of();

    @Option(names = "--k", paramLabel = "K",
            description = "The number of discriminator updates before each update of the generator, if they alternate;"
                    + " default 1.")
    private Optional<Integer> k = Optional.empty();

    @Option(names = "--beta", paramLabel = "X",
            description = "The weight of the squared length of the field in the order consensus; default 0.5.")
    private Optional<Double> beta = Optional.empty();

    @Option(names = "--rate", paramLabel = "X", defaultValue = "0.1",
            description = "The learning rate of both players; default ${DEFAULT-VALUE}.")
    private double rate;

    @Option(names = "--r1", paramLabel = "X", split = ",", defaultValue = "0",
            description = "The weight γ of the penalty γ/2 ψ² on the discriminator; default ${DEFAULT-VALUE}.")
    private List<Double> gammas = List.of();

    @Option(names = "--objective", paramLabel = "WORD",
            description = "Of dirac: minimax, non-saturating or wasserstein; default minimax.")
    private Optional<String> objective = Optional.empty();

    @Option(names = "--coupling", paramLabel = "X", description = "Of linear-quadratic: c in V = cθψ; default 1.")
    private Optional<Double> coupling = Optional.empty();

    @Option(names = "--alpha", paramLabel = "X",
            description = "Of linear-quadratic: the weight of the generator's α/2 θ²; default 0.")
    private Optional<Double> alpha = Optional.empty();

    @Option(names = "--start", paramLabel = "X", split = ",", defaultValue = "1,1",
            description = "θ and ψ at the start; default ${DEFAULT-VALUE}.")
    private List<Double> start = List.of();

    @Option(names = "--steps", paramLabel = "N", defaultValue = "500",
            description = "The number of steps that are measured; default ${DEFAULT-VALUE}.")
    private int steps;

    @Option(names = "--out", paramLabel = "DIR", description = "A new or empty folder for the picture, dynamics.png.")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private JsonOption json = new JsonOption();

    public DynamicsCommand(Terminal screen, CliProgram program) {
        this.screen = screen;
        this.program = program;
    }

    @Override
    public Integer call() throws IOException {
        if (!GAMES.contains(subject)) {
            showRun();
            return 0;
        }
        List<SmallGame> games = games();
        if (out.isPresent()) {
            NewFolder.requireFree(out.get());
        }
        List<TrajectoryFigure.Case> cases = new ArrayList<>();
        ArrayNode results = JsonNodeFactory.instance.arrayNode();
        for (SmallGame game : games) {
            cases.add(game.measured(steps, start.get(0), start.get(1)));
            if (json.isAsked()) {
                results.add(game.json(cases.getLast()));
            } else {
                game.report(cases.getLast(), screen.out());
            }
        }
        if (json.isAsked()) {
            JsonOption.print(screen, results);
        }
        if (out.isPresent()) {
            TrajectoryFigure trajectories = new TrajectoryFigure(cases);
            Path file = NewFolder.at(out.get()).path().resolve("dynamics.png");
            FigureFile.write(trajectories.figure(), file);
            if (!json.isAsked()) {
                screen.out().println("Picture: " + file);
            }
        }
        return 0;
    }

    private void showRun() throws IOException {
        if (!Files.exists(Path.of(subject))) {
            throw Catalogue.unknown("game or folder", subject, GAMES);
        }
        if (spec.commandLine().getParseResult().matchedOptions().size() > (json.isAsked() ? 1 : 0)) {
            throw new UsageException("the options of dynamics are for the games " + String.join(" and ", GAMES)
                    + "; a run has its own settings");
        }
        RunDynamics dynamics = RunDynamics.of(RunFolder.open(Path.of(subject)), program);
        if (json.isAsked()) {
            JsonOption.print(screen, dynamics.json());
        } else {
            dynamics.show(screen.out());
        }
    }

    private List<SmallGame> games() {
        requireSense();
        List<SmallGame> games = new ArrayList<>();
        for (String order : orders) {
            UpdateScheme scheme = scheme(order);
            for (double gamma : gammas) {
                String title = title(order, scheme, gamma);
                games.add(subject.equals("dirac")
                        ? SmallGame.of(title, new DiracGan(objective(), gamma), scheme, rate)
                        : SmallGame.of(title, new LinearQuadraticGame(coupling.orElse(1.0), alpha.orElse(0.0), gamma),
                                scheme, rate));
            }
        }
        if (games.size() > 6 && out.isPresent()) {
            throw new UsageException("--out: " + games.size()
                    + " cases are too many for one picture; at most 6 are possible");
        }
        return games;
    }

    private static String title(String order, UpdateScheme scheme, double gamma) {
        String times = scheme instanceof UpdateScheme.Alternating(var k) && k > 1 ? ", k = " + k : "";
        return order + times + ", γ = " + SmallGame.plain(gamma);
    }

    private void requireSense() {
        boolean isDirac = subject.equals("dirac");
        refuse(!(rate > 0 && rate < Double.POSITIVE_INFINITY),
                "--rate " + SmallGame.plain(rate) + ": it must be finite and above 0");
        refuse(steps < 1 || steps > MOST_STEPS, "--steps " + steps + ": from 1 to " + MOST_STEPS + " are possible");
        refuse(start.size() != 2 || !start.stream().allMatch(Double::isFinite),
                "--start: two finite numbers are required, θ and ψ, as in --start 1,0.5");
        requireModerate("--rate", Stream.of(rate));
        requireModerate("--r1", gammas.stream());
        requireModerate("--beta", beta.stream());
        requireModerate("--coupling", coupling.stream());
        requireModerate("--alpha", alpha.stream());
        requireModerate("--start", start.stream());
        refuse(k.isPresent() && !orders.contains("alternating"), "--k: only alternating players move unequally often");
        refuse(beta.isPresent() && !orders.contains("consensus"), "--beta: only --order consensus has it");
        refuse(isDirac && (coupling.isPresent() || alpha.isPresent()),
                "--coupling and --alpha: only the game linear-quadratic has them");
        refuse(!isDirac && objective.isPresent(), "--objective: only the game dirac has one");
    }

    private static void requireModerate(String option, Stream<Double> values) {
        values.forEach(value -> refuse(Math.abs(value) > LARGEST, option + " " + SmallGame.plain(value)
                + ": the size of the number must be at most " + SmallGame.plain(LARGEST)));
    }

    private static void refuse(boolean isSenseless, String sentence) {
        if (isSenseless) {
            throw new UsageException(sentence);
        }
    }

    private UpdateScheme scheme(String order) {
        return switch (order) {
            case "simultaneous" -> new UpdateScheme.Simultaneous();
            case "alternating" -> new UpdateScheme.Alternating(k.orElse(1));
            case "extragradient" -> new UpdateScheme.Extragradient();
            case "optimistic" -> new UpdateScheme.Optimistic();
            case "consensus" -> new UpdateScheme.Consensus(beta.orElse(0.5));
            default -> throw Catalogue.unknown("order", order, ORDERS);
        };
    }

    private DiracGan.Objective objective() {
        String word = objective.orElse("minimax");
        DiracGan.Objective found = OBJECTIVES.get(word);
        if (found == null) {
            throw Catalogue.unknown("objective", word, List.of("minimax", "non-saturating", "wasserstein"));
        }
        return found;
    }
}
