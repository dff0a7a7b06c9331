package dev.convene.server.dotenv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.convene.server.dotenv.DotEnv.Entry;
import dev.convene.server.dotenv.DotEnv.Wrong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DotEnvTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '´', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
                    A=1|A|1
                      A = 1  |A|1
                    export A=1|A|1
                    A: 1|A|1
                    A=|A|´´
                    A=''|A|´´
                    A=a b|A|a b
                    A=a=b|A|a=b
                    A=a#b|A|a
                    A=a # b|A|a
                    A='a # b'|A|a # b
                    A="a # b" # c|A|a # b
                    A=`it's "so"`|A|it's "so"
                    A='it's'|A|it's
                    A="a\\nb"|A|´a
                    b´
                    A='a\\nb'|A|a\\nb
                    A=a\\nb|A|a\\nb
                    A='a\\'|A|a\\
                    A='a\\'b'|A|a\\'b
                    A="{""b"": 1}"|A|{""b"": 1}
                    A=${B}|A|${B}
                    A="ä€"|A|ä€
                    A.B-c_1=x|A.B-c_1|x
                    """)
    void aLineIsAVariable(String line, String name, String value) {
        DotEnv file = DotEnv.parse(line);

        assertThat(file.wrong()).isEmpty();
        assertThat(file.entries()).containsExactly(new Entry(name, value, 1));
    }

    @Test
    void aQuotedValueMayHaveSeveralLines() {
        DotEnv file = DotEnv.parse("""
                FIRST=1
                KEY="-----BEGIN PRIVATE KEY-----
                # no comment
                -----END PRIVATE KEY-----"
                LAST=2
                """);

        assertThat(file.wrong()).isEmpty();
        assertThat(file.entries())
                .extracting(Entry::name, Entry::value, Entry::line)
                .containsExactly(
                        tuple("FIRST", "1", 1),
                        tuple("KEY", "-----BEGIN PRIVATE KEY-----\n# no comment\n-----END PRIVATE KEY-----", 2),
                        tuple("LAST", "2", 5));
    }

    @Test
    void aLongValueIsNoTrouble() {
        String value = "line\n".repeat(20_000) + "it\\'s";

        assertThat(DotEnv.parse("A='" + value + "'").entries())
                .singleElement()
                .extracting(Entry::value)
                .isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# A=1", "   # A=1\n\t\n", "#"})
    void blankLinesAndCommentsAreNone(String text) {
        assertThat(DotEnv.parse(text)).isEqualTo(DotEnv.parse(""));
        assertThat(DotEnv.parse(text).entries()).isEmpty();
    }

    @Test
    void theEndsOfLinesMayBeThoseOfOtherSystems() {
        assertThat(DotEnv.parse("\uFEFFA=1\r\n\r\n# none\r\nB=2\rC=3").entries())
                .containsExactly(new Entry("A", "1", 1), new Entry("B", "2", 4), new Entry("C", "3", 5));
    }

    @Test
    void aLineThatMakesNoSenseIsNamedAndTheOthersCount() {
        DotEnv file = DotEnv.parse("""
                A=1

                JWT_SECRET
                two words=3
                =4
                B="open
                C=5
                D='x' y
                """);

        assertThat(file.wrong()).extracting(Wrong::line).containsExactly(3, 4, 5, 6, 8);
        assertThat(file.wrong())
                .last()
                .extracting(Wrong::reason)
                .asString()
                .contains("D")
                .doesNotContain("x");
        assertThat(file.entries()).extracting(Entry::name).containsExactly("A", "C");
    }
}
