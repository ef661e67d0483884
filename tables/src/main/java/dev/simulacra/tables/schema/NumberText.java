package dev.simulacra.tables.schema;

/// The format of numbers.
record NumberText(NumberFormat format, NumberDigits digits) implements ValueFormat {
    @Override
    public double parse(char[] text, int from, int to) {
        if (format.equals(NumberFormat.PLAIN)) {
            double value = PlainNumber.parse(text, from, to);
            return !Double.isNaN(value) && isWithinPlaces(text, from, to) ? value : Double.NaN;
        }
        NumberShape shape = new NumberShape();
        if (!shape.scan(text, from, to) || !shape.suits(format)) {
            return Double.NaN;
        }
        char[] plain = shape.plain(format.decimal().charAt(0)).toCharArray();
        return isWithinPlaces(plain, 0, plain.length) ? PlainNumber.parse(plain, 0, plain.length) : Double.NaN;
    }

    /// Whether the number has no more decimal places than are written. With an exponent, its value decides.
    private boolean isWithinPlaces(char[] text, int from, int to) {
        int most = digits.places();
        if (most < 0) {
            return true;
        }
        int places = 0;
        boolean isBehindMark = false;
        for (int i = from; i < to; i++) {
            if (text[i] == 'e' || text[i] == 'E') {
                return isWritten(PlainNumber.parse(text, from, to));
            }
            places += isBehindMark ? 1 : 0;
            isBehindMark |= text[i] == '.';
        }
        return places <= most;
    }

    private boolean isWritten(double value) {
        StringBuilder written = new StringBuilder();
        if (Double.isFinite(value)) {
            digits.write(value, written);
        }
        return !Double.isFinite(value) || Double.parseDouble(written.toString()) == Math.abs(value);
    }

    @Override
    public void write(double value, StringBuilder out) {
        int start = out.length();
        digits.write(value, out);
        if (format.equals(NumberFormat.PLAIN)) {
            if (value < 0 && hasNonzeroDigit(out, start)) {
                out.insert(start, '-');
            }
            return;
        }
        String plain = out.substring(start);
        out.setLength(start);
        decorate(plain, value < 0 && hasNonzeroDigit(plain, 0), out);
    }

    private static boolean hasNonzeroDigit(CharSequence text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '1' && c <= '9') {
                return true;
            }
            if (c == 'e') {
                return false;
            }
        }
        return false;
    }

    private void decorate(String plain, boolean isNegative, StringBuilder out) {
        out.append(isNegative ? format.minus() : "").append(format.prefix());
        int mark = plain.indexOf('.');
        int e = plain.indexOf('e');
        int whole = mark >= 0 ? mark : e >= 0 ? e : plain.length();
        for (int i = 0; i < whole; i++) {
            if (i > 0 && (whole - i) % 3 == 0) {
                out.append(format.grouping());
            }
            out.append(plain.charAt(i));
        }
        if (mark >= 0) {
            out.append(format.decimal()).append(plain, mark + 1, plain.length());
        } else {
            out.append(plain, whole, plain.length());
        }
        out.append(format.suffix());
    }
}
