package dev.simulacra.examples;

import dev.simulacra.tables.csv.TableFile;
import dev.simulacra.tables.synthesis.FitSettings;
import dev.simulacra.tables.synthesis.Synthesizer;
import dev.simulacra.tables.synthesis.TableFit;
import java.io.IOException;
import java.nio.file.Path;

/// A table of one's own: a CSV file is read, its joint distribution is learned, and a file of synthetic rows is written
/// in the same form. The kinds of the columns are inferred; the synthesizer is saved to one file, which any program
/// opens.
public final class Example12OwnTable {
    private Example12OwnTable() {}

    /// Writes as many synthetic rows as the file that is named has, into `synthetic.csv`.
    static void main(String[] words) throws IOException {
        write(Path.of(words[0]), 3000, Path.of("synthesizer.safetensors"), Path.of("synthetic.csv"));
    }

    /// Fits a synthesizer to `csv` over `steps` steps, saves it, and writes synthetic rows.
    static Synthesizer write(Path csv, long steps, Path model, Path synthetic) throws IOException {
        TableFile file = TableFile.read(csv);
        TableFit fit = TableFit.of(file.table(), FitSettings.standard(steps), 1, 2);
        fit.training().run(steps, 100, report -> IO.println(report.step() + " of " + steps));
        fit.synthesizer().save(model);
        Synthesizer opened = Synthesizer.open(model);
        TableFile.write(synthetic, opened.sample(file.table().rows(), 7), file.format(), 7);
        return opened;
    }
}
