package dev.simulacra.cli.results;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.runs.work.RunStatus;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class SeedsTableTest {
    /// Two measurements that are called alike are two, by their keys.
    @Test
    void everyMeasurementHasAColumnOfItsOwn() {
        ObjectNode summary = JsonNodeFactory.instance.objectNode();
        summary.put("first", 1.5).put("second", 2.5).put("seconds", 3.5);
        summary.withObject("/yardsticks/first").put("name", "distance").put("value", 0).put("meaning", "floor")
                .put("direction", "LOWER");
        summary.withObject("/yardsticks/second").put("name", "distance").put("value", 0).put("meaning", "floor")
                .put("direction", "LOWER");
        SequencedMap<Long, RunStatus> fates = new LinkedHashMap<>();
        fates.put(7L, new RunStatus.Finished(summary));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new SeedsTable(fates, 80).show(new PrintStream(out, true, UTF_8));

        assertThat(out.toString(UTF_8).lines().filter(line -> line.strip().startsWith("7")))
                .singleElement().asString().containsSubsequence("7", "1.5000", "2.5000", "3.5");
        assertThat(out.toString(UTF_8)).endsWith("The verdict is on the medians.\n" + Criterion.caption() + "\n"
                + "0 of 2 results reach their yardsticks to within 3 %; the furthest from its yardstick is distance, "
                + "2.5000 where the yardstick is 0.0000.\n");
    }
}
