package outside;

import dev.simulacra.runs.Experiment;
import dev.simulacra.runs.ExperimentCatalogue;
import java.util.List;

/// The experiments of this jar, which the command line finds by the file in `META-INF/services`.
public final class OwnExperiments implements ExperimentCatalogue {
    @Override
    public List<Experiment> experiments() {
        return List.of(OwnExperiment.standard());
    }
}
