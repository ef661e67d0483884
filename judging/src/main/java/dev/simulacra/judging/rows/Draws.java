package dev.simulacra.judging.rows;

import dev.simulacra.random.Law;
import dev.simulacra.random.Sampler;
import dev.simulacra.random.Stream;

/// A sequence of random numbers from a named stream under a seed.
///
/// The same seed and name give the same sequence. One thread at a time.
public final class Draws {
    private static final int BLOCK = 1024;
    private static final double STEP = 0x1p-24;

    private final long seed;
    private final String name;
    private final Sampler uniform;
    private final Sampler normal;
    private final float[] uniforms = new float[BLOCK];
    private final float[] normals = new float[BLOCK];
    private long uniformsUsed;
    private long normalsUsed;
    private int permutations;

    private Draws(long seed, String name) {
        this.seed = seed;
        this.name = name;
        uniform = new Law.Uniform(0, 1).sampler(Stream.of(seed, name));
        normal = new Law.Normal().sampler(Stream.of(seed, name + "/normal"));
    }

    /// The sequence called `name` under `seed`.
    public static Draws of(long seed, String name) {
        return new Draws(seed, name);
    }

    /// The next number of the uniform law on [0, 1), a multiple of 2⁻⁴⁸.
    public double uniform() {
        double high = nextUniform();
        return high + STEP * nextUniform();
    }

    /// The next number of the standard normal law, in single precision.
    public double normal() {
        int place = (int) (normalsUsed % BLOCK);
        if (place == 0) {
            normal.fill(normalsUsed / BLOCK, normals, BLOCK);
        }
        normalsUsed++;
        return normals[place];
    }

    /// The next whole number of the uniform law on 0 to `n` − 1.
    public int below(int n) {
        return (int) (uniform() * n);
    }

    /// The next random order of the numbers 0 to `n` − 1.
    ///
    /// @throws IllegalArgumentException unless n is from 1 to 2²⁴
    public int[] permutation(int n) {
        float[] order = new float[n];
        new Law.Minibatch(n).sampler(Stream.of(seed, name + "/permutation/" + permutations++)).fill(0, order, n);
        int[] permutation = new int[n];
        for (int i = 0; i < n; i++) {
            permutation[i] = (int) order[i];
        }
        return permutation;
    }

    private double nextUniform() {
        int place = (int) (uniformsUsed % BLOCK);
        if (place == 0) {
            uniform.fill(uniformsUsed / BLOCK, uniforms, BLOCK);
        }
        uniformsUsed++;
        return uniforms[place];
    }
}
