package dev.simulacra.tensor;

/// A named array of floats that training changes: a weight, a bias, or a learning rule's memory.
///
/// Its current value enters a graph through [#value()]. Apart from this storage nothing in a graph ever changes.
/// Two parameters are the same only if they are the same object.
public final class Parameter {
    private final String name;
    private final Shape shape;
    private final float[] storage;
    private final Tensor value;

    private Parameter(String name, Shape shape, float[] storage) {
        this.name = name;
        this.shape = shape;
        this.storage = storage;
        this.value = new Tensor(new Op.Value(this));
    }

    /// A parameter of zeros.
    public static Parameter zeros(String name, Shape shape) {
        return new Parameter(name, shape, new float[shape.size()]);
    }

    /// A parameter that starts from a copy of `values`, row-major.
    ///
    /// @throws IllegalArgumentException where `shape` does not have as many elements as there are values
    public static Parameter of(String name, Shape shape, float[] values) {
        if (values.length != shape.size()) {
            throw new IllegalArgumentException("parameter " + name + ": " + shape + " needs " + shape.size()
                    + " values, not " + values.length);
        }
        return new Parameter(name, shape, values.clone());
    }

    /// The name, unique among the parameters of a run, as `generator/0/weight`.
    public String name() {
        return name;
    }

    public Shape shape() {
        return shape;
    }

    /// The array that holds the current values, row-major; writing to it changes the parameter.
    public float[] storage() {
        return storage;
    }

    /// The parameter's current value as a leaf of a graph; always the same tensor.
    public Tensor value() {
        return value;
    }

    /// Takes over `values`.
    ///
    /// @throws IllegalArgumentException where their number is not this parameter's
    public void assign(float[] values) {
        if (values.length != storage.length) {
            throw new IllegalArgumentException("parameter " + name + ": " + shape + " needs " + storage.length
                    + " values, not " + values.length);
        }
        System.arraycopy(values, 0, storage, 0, storage.length);
    }

    @Override
    public String toString() {
        return name + " " + shape;
    }
}
