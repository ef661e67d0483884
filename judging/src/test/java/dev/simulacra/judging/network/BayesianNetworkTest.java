package dev.simulacra.judging.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.analysis.divergence.Estimate;
import dev.simulacra.judging.data.SharedData;
import dev.simulacra.tables.Table;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BayesianNetworkTest {
    private static final String COINS = """
            network unknown {
            }
            variable first {
              type discrete [ 2 ] { heads, tails };
            }
            variable second {
              type discrete [ 2 ] { same, other };
            }
            probability ( first ) {
              table 0.25, 0.75;
            }
            probability ( second | first ) {
              (heads) 0.5, 0.5;
              (tails) 1.0, 0.0;
            }
            """;

    /// The truth rows of the published tables to two decimal places, so within .005, and four standard errors of
    /// 20,000 sampled rows.
    @ParameterizedTest
    @CsvSource({"asia, -2.24, 8", "alarm, -10.25, 37", "child, -12.06, 20", "insurance, -12.89, 27"})
    void sampledRowsHaveTheLikelihoodOfTheTruth(String name, double expected, int variables) throws IOException {
        BayesianNetwork network = BifReader.read(SharedData.file("networks/" + name + ".bif.gz"));

        double[] logs = network.logLikelihood(network.sample(20_000, 1), BayesianNetwork.PUBLISHED_FLOOR);
        Estimate estimate = Estimate.of(logs);

        assertThat(network.nodes()).hasSize(variables);
        assertThat(estimate.mean()).isCloseTo(expected, within(0.005 + 4 * estimate.standardError()));
    }

    /// Of k free probabilities fitted to n rows, the mean loss on new rows is about k/2n nats: asia has 18, of 10,000.
    @Test
    void refittedOnSampledRowsTheNetworkIsNearlyTheTruth() throws IOException {
        BayesianNetwork asia = BifReader.read(SharedData.file("networks/asia.bif.gz"));

        BayesianNetwork refitted = asia.refitted(asia.sample(10_000, 1), 0.5);

        assertThat(asia.divergence(refitted, 0, 1).mean()).isPositive().isLessThan(0.005);
        assertThat(asia.divergence(asia, 0, 1)).isEqualTo(new Estimate(0, 0));
    }

    @Test
    void theSampledDivergenceAgreesWithItsDefinition() throws IOException {
        BayesianNetwork alarm = BifReader.read(SharedData.file("networks/alarm.bif.gz"));
        BayesianNetwork refitted = alarm.refitted(alarm.sample(10_000, 1), 0.5);

        Estimate estimate = alarm.divergence(refitted, 20_000, 2);

        assertThat(estimate.mean()).isPositive().isLessThan(0.2);
        assertThat(estimate.standardError()).isPositive().isLessThan(0.01);
    }

    @Test
    void probabilitiesAndRefittingFollowTheTables() {
        BayesianNetwork coins = BifReader.parse(COINS);
        Table rows = coins.sample(4000, 3);

        double[] logs = coins.logLikelihood(rows, 0);

        double[] distinct = Arrays.stream(logs)
                .map(log -> Math.rint(1e6 * StrictMath.exp(log)) / 1e6)
                .distinct()
                .sorted()
                .toArray();

        assertThat(distinct)
                .containsExactly(0.125, 0.75);
        assertThat(coins.refitted(rows, 0).nodes().getLast().p()[3]).isZero();
    }

    @Test
    void aTextThatIsNoNetworkIsRefused() {
        assertThatThrownBy(() -> BifReader.parse("a,b\n1,2"))
                .hasMessage("bif: there is no variable; is this a network in the Bayesian Interchange Format?");
    }
}
