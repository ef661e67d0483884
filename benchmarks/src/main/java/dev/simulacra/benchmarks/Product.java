package dev.simulacra.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The matrix product `C = op(A) op(B)`, where op is nothing or transposition.
///
/// @param transposeA whether A is stored as `(k, m)` and not as `(m, k)`
/// @param transposeB whether B is stored as `(n, k)` and not as `(k, n)`
/// @param m          the rows of C
/// @param n          the columns of C
/// @param k          the number of products in an element of C
public record Product(boolean transposeA, boolean transposeB, int m, int n, int k) implements Work {
    private static final Pattern NAME = Pattern.compile("product-([nt])([nt])-(\\d+)x(\\d+)x(\\d+)");

    /// Products with less than this many multiply-adds are no matrix products to speak of.
    private static final long LEAST = 100_000;

    static Product of(String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            throw new IllegalArgumentException("product: '" + name + "' is not of the form product-nt-MxNxK");
        }
        return new Product(
                parts.group(1).equals("t"),
                parts.group(2).equals("t"),
                Integer.parseInt(parts.group(3)),
                Integer.parseInt(parts.group(4)),
                Integer.parseInt(parts.group(5)));
    }

    /// The four cases of transposition at `n` × `n`.
    static List<Product> squares(int n) {
        return List.of(
                new Product(false, false, n, n, n),
                new Product(false, true, n, n, n),
                new Product(true, false, n, n, n),
                new Product(true, true, n, n, n));
    }

    /// The products in a training step, each shape once: forward `xW`, backward `gWᵀ` and `xᵀg` of each layer, the
    /// discriminator's at data and samples together.
    static List<Product> in(TrainingStep step) {
        Set<Product> products = new LinkedHashSet<>();
        int pieces = step.isMaxout() ? TrainingStep.PIECES : 1;
        ofLayers(products, step.minibatch(), step.generator(), 1);
        ofLayers(products, step.isMaxout() ? step.minibatch() : 2 * step.minibatch(), step.discriminator(), pieces);
        return products.stream()
                .filter(product -> product.flops() >= 2 * LEAST)
                .toList();
    }

    private static void ofLayers(Set<Product> products, int m, List<Integer> widths, int pieces) {
        for (int i = 0; i + 1 < widths.size(); i++) {
            int inputs = widths.get(i);
            int outputs = widths.get(i + 1) * (i + 2 < widths.size() ? pieces : 1);
            products.add(new Product(false, false, m, outputs, inputs));
            products.add(new Product(false, true, m, inputs, outputs));
            products.add(new Product(true, false, inputs, outputs, m));
        }
    }

    /// The products of all `steps`, each once.
    static List<Product> in(List<TrainingStep> steps) {
        Set<Product> products = new LinkedHashSet<>();
        steps.forEach(step -> products.addAll(in(step)));
        return new ArrayList<>(products);
    }

    /// The number of floating-point operations, a multiply-add counting two.
    public double flops() {
        return 2.0 * m * n * k;
    }

    @Override
    public String name() {
        return "product-" + (transposeA ? "t" : "n") + (transposeB ? "t" : "n") + "-" + m + "x" + n + "x" + k;
    }

    @Override
    public String description() {
        return m + " × " + n + " over " + k;
    }
}
