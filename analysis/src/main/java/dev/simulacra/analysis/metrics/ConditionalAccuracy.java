package dev.simulacra.analysis.metrics;

import dev.simulacra.data.LabelledRows;
import dev.simulacra.data.Mixture;
import dev.simulacra.data.ModeCentres;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// The conditional accuracy: the share of samples that belong to the label they were generated for, label by label.
///
/// @param asked the number of samples generated for each label
/// @param met   the number of them that belong to that label
public record ConditionalAccuracy(int[] asked, int... met) {
    private static final double REACH = 3;

    /// @throws IllegalArgumentException where no sample was asked for
    public ConditionalAccuracy {
        if (Arrays.stream(asked).sum() == 0) {
            throw new IllegalArgumentException("label agreement: there are no samples; there must be at least one");
        }
        asked = asked.clone();
        met = met.clone();
    }

    /// The agreement of the labels `asked` for with those `found`, both by their numbers among `count`; a number below
    /// 0 is found to be of no label.
    public static ConditionalAccuracy of(int[] asked, int[] found, int count) {
        int[] all = new int[count];
        int[] met = new int[count];
        for (int i = 0; i < asked.length; i++) {
            all[asked[i]]++;
            met[asked[i]] += found[i] == asked[i] ? 1 : 0;
        }
        return new ConditionalAccuracy(all, met);
    }

    /// The agreement of samples whose labels are the modes of `population`: one is of the mode whose centre is nearer
    /// than 3 deviations. Modes must lie further apart than twice that.
    public static ConditionalAccuracy ofModes(Mixture population, LabelledRows samples) {
        ModeCentres centres = new ModeCentres(population.centres());
        double most = REACH * REACH * population.deviation() * population.deviation();
        int d = population.dimension();
        int[] found = samples.labels().clone();
        for (int i = 0; i < found.length; i++) {
            found[i] = centres.squaredDistance(found[i], samples.examples(), i * d) < most ? found[i] : -1;
        }
        return of(samples.labels(), found, centres.count());
    }

    /// The distribution's own share in [#ofModes]: the probability that a normal vector of `dimension` coordinates is
    /// no longer than 3 deviations; 98.89 % in the plane. It is no bound: narrower modes have more.
    public static double shareOfPopulation(int dimension) {
        return ChiSquared.below(REACH * REACH, dimension);
    }

    @Override
    public int[] asked() {
        return asked.clone();
    }

    @Override
    public int[] met() {
        return met.clone();
    }

    /// The share of all samples that are what they were asked to be.
    public double share() {
        return (double) Arrays.stream(met).sum() / Arrays.stream(asked).sum();
    }

    /// The share of each label's samples that are of that label, by the label's number, ascending. Labels that no
    /// sample was asked for have no share and are left out.
    public SortedMap<Integer, Double> shares() {
        SortedMap<Integer, Double> shares = new TreeMap<>();
        for (int k = 0; k < asked.length; k++) {
            if (asked[k] > 0) {
                shares.put(k, (double) met[k] / asked[k]);
            }
        }
        return Collections.unmodifiableSortedMap(shares);
    }

    /// The least of the shares.
    public double least() {
        return Collections.min(shares().values());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConditionalAccuracy(var a, var m) && Arrays.equals(asked, a) && Arrays.equals(met, m);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(asked) + Arrays.hashCode(met);
    }

    @Override
    public String toString() {
        return "met " + Arrays.toString(met) + " of " + Arrays.toString(asked);
    }
}
