package dev.simulacra.tables.schema;

/// The shortest decimal number that is nearest to a double: `0.digits × 10^point`.
///
/// @param digits the significant digits, without zeros at either end; empty for 0
/// @param point  the place of the decimal point, counted from the first digit
record ShortestDigits(String digits, int point) {
    /// The digits of `value`, which is finite and at least 0.
    static ShortestDigits of(double value) {
        String text = Double.toString(value);
        int e = text.indexOf('E');
        int exponent = e < 0 ? 0 : Integer.parseInt(text, e + 1, text.length(), 10);
        int mark = text.indexOf('.');
        String all = text.substring(0, mark) + text.substring(mark + 1, e < 0 ? text.length() : e);
        int from = 0;
        int to = all.length();
        while (to > 0 && all.charAt(to - 1) == '0') {
            to--;
        }
        while (from < to && all.charAt(from) == '0') {
            from++;
        }
        return new ShortestDigits(all.substring(from, to), from == to ? 0 : mark - from + exponent);
    }
}
