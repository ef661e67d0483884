package outside;

import dev.simulacra.cli.Simulacra;
import java.util.List;

/// The command line with the experiments of this jar: `train own-experiment`.
public final class Main {
    private Main() {}

    /// Runs the command that `words` name; the experiments of this jar are registered, and need not be handed over.
    public static void main(String[] words) {
        System.exit(Simulacra.run(List.of(), words));
    }
}
