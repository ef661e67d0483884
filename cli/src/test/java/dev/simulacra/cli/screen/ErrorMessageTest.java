package dev.simulacra.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorMessageTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            a\u001b[31mb, a\\u{1b}[31mb
            a\u0007b,     a\\u{7}b
            a\u009bb,     a\\u{9b}b
            a\u202eb,     a\\u{202e}b
            a\u200bb,     a\\u{200b}b
            a\ud800b,     a\\u{d800}b
            höhe 数 ½,     höhe 数 ½
            """)
    void whatATerminalWouldObeyIsWrittenOut(String text, String shown) {
        assertThat(ErrorMessage.oneLine(text)).isEqualTo(shown);
    }

    @Test
    void lineBreaksAndTabsAreBlanks() {
        assertThat(ErrorMessage.oneLine("\n a \r\n b\u2028c\td ")).isEqualTo("a b c d");
    }

    @Test
    void aLongTextKeepsItsBeginningAndItsEnd() {
        String shown = ErrorMessage.oneLine("begin " + "x".repeat(5_000_000) + " end");

        assertThat(shown).startsWith("begin xxx").contains("letters are left out").endsWith("xxx end")
                .hasSizeLessThan(5100);
    }

    @Test
    void aLongTextOfBlanksTakesNoTime() {
        assertThat(ErrorMessage.oneLine("a" + " ".repeat(5_000_000) + "b")).hasSizeLessThan(5100);
    }

    @Test
    void linesOfDifferencesStayAndOthersAreJoined() {
        assertThat(ErrorMessage.about(new UsageException("not the same:\n  a: 1\u001b\n  b: 2\nc")).text())
                .isEqualTo("not the same:\n  a: 1\\u{1b}\n  b: 2 c");
        assertThat(ErrorMessage.about(new UsageException("not the same:" + "\n  a".repeat(100))).text())
                .hasLineCount(21).endsWith("\n  and 81 more");
    }

    @Test
    void onlyDefectsAreCalledDefects() {
        assertThat(ErrorMessage.about(new UncheckedIOException(new IOException("read a: bad"))).text())
                .isEqualTo("read a: bad");
        assertThat(ErrorMessage.about(new IllegalStateException("x")).text()).startsWith("a defect of the program: ");
    }

    @Test
    void aFileThatIsThereAlreadyIsSaidToBe() {
        assertThat(ErrorMessage.about(new FileAlreadyExistsException("X")).text())
                .isEqualTo("X: something of this name is there already");
    }

    @Test
    void aNameThatTheLocaleCannotWriteNamesTheRemedy() {
        assertThat(ErrorMessage.about(new InvalidPathException("h?he",
                "Malformed input or input contains unmappable characters")).text())
                .startsWith("h?he: the character set of the locale, ").contains("put LC_ALL=C.UTF-8 in front");
    }
}
