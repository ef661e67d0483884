package dev.simulacra.analysis.equilibrium;

import dev.simulacra.analysis.divergence.Equilibrium;
import java.util.Arrays;

/// The errors of a discriminator's outputs against the optimum and against ½: the means of `|D(x) − D*(x)|` and `|D(x)
/// − ½|`, in which the data and the generator's samples have equal weight.
public record DiscriminatorError(double fromOptimum, double fromHalf) {
    /// The distances of D's outputs, given with the values of D* at the same points.
    public static DiscriminatorError of(
            float[] onData, double[] optimalOnData, float[] onSamples, double[] optimalOnSamples) {
        double optimum = (distance(onData, optimalOnData) + distance(onSamples, optimalOnSamples)) / 2;
        return new DiscriminatorError(optimum, fromHalf(onData, onSamples));
    }

    /// The mean of `|D(x) − ½|` alone, for a game whose optimum is not known.
    public static double fromHalf(float[] onData, float[] onSamples) {
        return from(Equilibrium.DISCRIMINATOR_OUTPUT, onData, onSamples);
    }

    /// The mean of `|D(x) − value|`, for an objective whose discriminator has another value at equilibrium.
    public static double from(double value, float[] onData, float[] onSamples) {
        return (distance(onData, everywhere(value, onData.length))
                + distance(onSamples, everywhere(value, onSamples.length))) / 2;
    }

    private static double distance(float[] outputs, double[] optimal) {
        if (outputs.length == 0 || outputs.length != optimal.length) {
            throw new IllegalArgumentException("discriminator error: " + outputs.length + " outputs and "
                    + optimal.length + " optimal values; there must be as many, and at least one");
        }
        double sum = 0;
        for (int i = 0; i < outputs.length; i++) {
            sum += Math.abs(outputs[i] - optimal[i]);
        }
        return sum / outputs.length;
    }

    private static double[] everywhere(double value, int n) {
        double[] values = new double[n];
        Arrays.fill(values, value);
        return values;
    }
}
