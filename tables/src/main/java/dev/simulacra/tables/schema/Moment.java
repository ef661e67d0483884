package dev.simulacra.tables.schema;

/// A date, a time of day and an offset from UTC, while they are read from a text.
final class Moment {
    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    int year = 1970;
    int month = 1;
    int day = 1;
    int hour;
    int minute;
    int second;
    /// The fraction of a second.
    double fraction;
    /// Seconds east of UTC.
    int offset;
    boolean isAfternoon;
    boolean isClock;

    /// Whether the parts are those of a date and a time that exist.
    boolean isValid() {
        if (isClock) {
            if (hour < 1 || hour > 12) {
                return false;
            }
            hour = hour % 12 + (isAfternoon ? 12 : 0);
            isClock = false;
        }
        return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= length(year, month) && hour < 24
                && minute < 60 && second < 60;
    }

    private static int length(int year, int month) {
        boolean isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return DAYS[month - 1] + (month == 2 && isLeap ? 1 : 0);
    }

    /// The number of days since 1970-01-01 in the Gregorian calendar.
    ///
    /// With the year beginning in March, the days before month m are `(153 m + 2) / 5`, and 400 years have 146,097
    /// days.
    long epochDay() {
        int years = month <= 2 ? year - 1 : year;
        int months = (month + 9) % 12;
        long days = 365L * years + years / 4 - years / 100 + years / 400 + (153 * months + 2) / 5 + day - 1;
        return days - 719_468;
    }

    /// The number of seconds since midnight.
    double secondOfDay() {
        return 3600 * hour + 60 * minute + second + fraction;
    }
}
