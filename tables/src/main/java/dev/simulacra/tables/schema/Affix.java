package dev.simulacra.tables.schema;

/// The texts that may stand before or behind the digits of a number.
final class Affix {
    private Affix() {}

    /// Whether `c` is a blank: of any width, breaking or not.
    static boolean isBlank(char c) {
        return c == ' ' || c == '\u00a0' || c == '\u202f' || c == '\u2009';
    }

    /// Whether `text` is a currency before the digits: with a symbol, as `$` and `US$`, or a code and a blank, as `CHF
    /// `.
    static boolean isPrefix(String text) {
        int end = text.length();
        while (end > 0 && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return isCurrency(text.substring(0, end), end < text.length());
    }

    /// Whether `text` is a sign of percent or a currency behind the digits.
    static boolean isSuffix(String text) {
        int start = 0;
        while (start < text.length() && isBlank(text.charAt(start))) {
            start++;
        }
        String bare = text.substring(start);
        return bare.equals("%") || bare.equals("\u2030") || isCurrency(bare, start > 0);
    }

    private static boolean isCurrency(String text, boolean isApart) {
        boolean hasSymbol = text.chars().anyMatch(c -> Character.getType(c) == Character.CURRENCY_SYMBOL);
        boolean isUpper = text.chars().allMatch(c -> c >= 'A' && c <= 'Z'
                || Character.getType(c) == Character.CURRENCY_SYMBOL);
        return isUpper && text.length() <= 3 && (hasSymbol || isApart && text.length() == 3);
    }
}
