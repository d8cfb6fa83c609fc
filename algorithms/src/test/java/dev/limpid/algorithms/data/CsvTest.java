package dev.limpid.algorithms.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limpid.core.data.Column;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Missing;
import dev.limpid.core.data.Values;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CsvTest {

    private static final String BIKES = """
            season,temp,rentals
            spring,9.5,16
            autumn,-1e1,40
            spring,+12,32
            """;

    private static Csv csv(String text) {
        return Csv.of(new StringReader(text), "bikes.csv");
    }

    @Test
    void numbersAreNumericAndNamesCategorical() {
        Dataset data = csv(BIKES).target("rentals").read();

        assertThat(data.size()).isEqualTo(3);
        assertThat(data.schema().columns().get(0).levels()).containsExactly("autumn", "spring");
        assertThat(data.schema().columns().get(1)).isEqualTo(Column.numeric("temp"));
        assertThat(data.schema().targets()).containsExactly("rentals");
        assertThat(data.targets()).containsExactly(Values.of(16, 40, 32));
        assertThat(data.row(0)).hasToString("season = spring, temp = 9.5");
        assertThat(data.features().row(1)).containsExactly(0, -10);
        assertThat(data.features().row(2)).containsExactly(1, 12);
    }

    @Test
    void aFileIsReadPackedOrNot(@TempDir Path folder) throws IOException {
        Path plain = Files.writeString(folder.resolve("bikes.csv"), BIKES);
        Path packed = folder.resolve("bikes.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(BIKES.getBytes(StandardCharsets.UTF_8));
        }

        Dataset expected = csv(BIKES).target("rentals").read();

        for (Path path : new Path[] {plain, packed}) {
            Dataset data = Csv.of(path).target("rentals").read();
            assertThat(data.schema()).isEqualTo(expected.schema());
            assertThat(data.targets()).isEqualTo(expected.targets());
            assertThat(data.row(2)).hasToString(expected.row(2).toString());
        }
    }

    @Test
    void optionsDontChangeTheReaderTheyAreCalledOn(@TempDir Path folder) throws IOException {
        Csv all = Csv.of(Files.writeString(folder.resolve("bikes.csv"), BIKES));

        all.target("rentals")
                .drop("temp")
                .categorical("rentals")
                .missing(Missing.KEEP)
                .separator(';');

        assertThat(all.read().schema().columns().stream().map(Column::name))
                .containsExactly("season", "temp", "rentals");
        assertThat(all.read().targets()).isEmpty();
    }

    @Test
    void columnsTakeTheirRoles() {
        Dataset data = csv("""
                        y1,w,o1,q,x,id,y2,o2
                        1,0.5,7,3,10,a,4,1
                        2,2,8,3,20,b,5,2
                        """)
                .target("y2", "y1")
                .weights("w")
                .offset("o2", "o1")
                .group("q")
                .drop("id")
                .read();

        assertThat(data.schema().columns()).containsExactly(Column.numeric("x"));
        assertThat(data.schema().targets()).containsExactly("y2", "y1");
        assertThat(data.targets()).containsExactly(Values.of(4, 5), Values.of(1, 2));
        assertThat(data.weights()).isEqualTo(Values.of(0.5, 2));
        assertThat(data.offsets()).containsExactly(Values.of(1, 2), Values.of(7, 8));
        assertThat(data.groups()).containsExactly(3, 3);
    }

    @Test
    void groupsOfNamesGetTheCodesOfLevels() {
        assertThat(csv("q,x\nb,1\na,2\nb,3\n").group("q").read().groups()).containsExactly(1, 0, 1);
    }

    @Test
    void aTargetOfNamesBecomesClasses() {
        Dataset data = csv("x,y\n1,no\n2,yes\n3,no\n").target("y").read();

        assertThat(data.schema().classNames()).containsExactly("no", "yes");
        assertThat(data.targets()).containsExactly(Values.of(0, 1, 0));
    }

    @Test
    void numbersBecomeClassesAndLevelsInNumericOrderOnDemand() {
        Dataset data = csv("x,y\n10,10\n9,2\n9,10\n")
                .target("y")
                .classes()
                .categorical("x")
                .read();

        assertThat(data.schema().classNames()).containsExactly("2", "10");
        assertThat(data.targets()).containsExactly(Values.of(1, 0, 1));
        assertThat(data.schema().columns().get(0).levels()).containsExactly("9", "10");
        assertThat(csv("x,y\n1,2\n")
                        .categorical("y")
                        .target("y")
                        .read()
                        .schema()
                        .classNames())
                .containsExactly("2");
    }

    @Test
    void missingCellsAreKeptOnDemand() {
        Dataset data = csv("a,b\n1,x\n,NA\nNA,y\n")
                .missing(Missing.KEEP)
                .missingMarks("", "NA")
                .read();

        assertThat(data.missingCells()).isEqualTo(Map.of("a", 2, "b", 1));
        assertThat(data.schema().columns().get(1).levels()).containsExactly("x", "y");
    }

    @Test
    void quotesSpacesAndByteOrderMarksAreUnderstood() {
        Dataset data = csv("\uFEFF\"a;1\" ; b \r\n 1 ; \"two \"\"words\"\"\" \r\n\r\n2;x\r\n")
                .separator(';')
                .read();

        assertThat(data.schema().columns().get(0)).isEqualTo(Column.numeric("a;1"));
        assertThat(data.schema().columns().get(1).levels()).containsExactly("two \"words\"", "x");
        assertThat(data.features().row(1)).containsExactly(2, 1);
    }

    @Test
    void aModelsSchemaGivesColumnsAndCodes() {
        Dataset train = csv("a,b,y\n1,u,no\n2,v,yes\n").target("y").read();

        Dataset test = csv("y,b,a\nyes,v,5\n").schema(train.schema()).read();
        Dataset fresh = csv("b,id,a\nv,7,5\n").schema(train.schema()).drop("id").read();

        assertThat(test.schema()).isEqualTo(train.schema());
        assertThat(test.features().row(0)).containsExactly(5, 1);
        assertThat(test.targets()).containsExactly(Values.of(1));
        assertThat(fresh.schema().columns()).isEqualTo(train.schema().columns());
        assertThat(fresh.targets()).isEmpty();
        assertThat(fresh.features().row(0)).containsExactly(5, 1);
    }

    static Stream<Arguments> badFiles() {
        UnaryOperator<Csv> none = csv -> csv;
        Dataset train = csv("a,b,y\n1,u,no\n2,v,yes\n").target("y").read();
        UnaryOperator<Csv> model = csv -> csv.schema(train.schema());
        return Stream.of(
                Arguments.of("file must begin with a header line, but bikes.csv is empty", "", none),
                Arguments.of(
                        "file must have at least one line after the header, but bikes.csv has none", "a,b\n", none),
                Arguments.of(
                        "header must have different names, but 'a' occurs twice (bikes.csv)", "a,b,a\n1,2,3\n", none),
                Arguments.of(
                        "header must name every column, but column 2 has no name (bikes.csv)", "a,,c\n1,2,3\n", none),
                Arguments.of(
                        "line must have 2 cells (one per column of the header), but has 3 (bikes.csv, line 3)",
                        "a,b\n1,2\n1,2,3\n",
                        none),
                Arguments.of(
                        "line must have 2 cells (one per column of the header), but has 1 (bikes.csv, line 4)",
                        "a,b\n1,\"x\ny\"\n1\n",
                        none),
                bad(
                        "cell must be a number, but was 'abc' (bikes.csv, line 3, column temp)",
                        "temp\n1\nabc\n",
                        csv -> csv.numeric("temp")),
                bad(
                        "cell must be a number, but was 'NaN' (bikes.csv, line 2, column temp)",
                        "temp\nNaN\n",
                        csv -> csv.numeric("temp")),
                bad(
                        "cell must be finite as double, but was '1e999' (bikes.csv, line 2, column temp)",
                        "temp\n1e999\n",
                        none),
                bad(
                        "column 'temp' must hold numbers or names throughout, but holds '1' in line 2 and 'abc' in line 4 (bikes.csv); declare it with numeric or categorical, or declare what marks missing cells with missingMarks",
                        "temp\n1\n2\nabc\n",
                        none),
                bad(
                        "column 'zip' must hold numbers or names throughout, but holds 'A1' in line 2 and '17' in line 3 (bikes.csv); declare it with numeric or categorical, or declare what marks missing cells with missingMarks",
                        "zip\nA1\n17\n",
                        none),
                bad(
                        "cell must not be missing, but was '' (bikes.csv, line 3, column a); keep missing cells with missing(Missing.KEEP), or keep and then fill them with an Imputer",
                        "a,b\n1,2\n,3\n",
                        none),
                bad(
                        "cell must not be missing, but was '?' (bikes.csv, line 2, column b); leave the line out",
                        "a,b\n1,?\n",
                        csv -> csv.target("b").missing(Missing.KEEP).missingMarks("?")),
                bad("column must be one of [a, b], but was 'c' (bikes.csv)", "a,b\n1,2\n", csv -> csv.target("c")),
                bad("column must be one of [a, b], but was 'c' (bikes.csv)", "a,b\n1,2\n", csv -> csv.categorical("c")),
                bad(
                        "column 'a' must have one role, but is TARGET and WEIGHTS",
                        "a,b\n1,2\n",
                        csv -> csv.target("a").weights("a")),
                bad(
                        "column 'a' must be numeric or categorical, but was declared both",
                        "a,b\n1,2\n",
                        csv -> csv.numeric("a").categorical("a")),
                bad(
                        "file must have a column for features, but all have other roles (bikes.csv)",
                        "a\n1\n",
                        csv -> csv.target("a")),
                bad(
                        "targets must be numbers if there are several, but 'b' holds names (bikes.csv)",
                        "a,b,c\n1,u,2\n",
                        csv -> csv.target("a", "b")),
                bad(
                        "cell must be a number, but was 'heavy' (bikes.csv, line 2, column w)",
                        "a,w\n1,heavy\n",
                        csv -> csv.weights("w")),
                bad(
                        "weights must be finite and >= 0, but weights[1] was -1.0",
                        "a,w\n1,1\n2,-1\n",
                        csv -> csv.weights("w")),
                bad(
                        "group must be an integer or a name, but was 1.5 (bikes.csv, column q)",
                        "a,q\n1,1.5\n",
                        csv -> csv.group("q")),
                bad(
                        "cell must be one of [u, v] as in the model, but was 'w' (bikes.csv, line 3, column b)",
                        "a,b\n1,u\n1,w\n",
                        model),
                bad(
                        "cell must be one of [no, yes] as in the model, but was 'maybe' (bikes.csv, line 2, column y)",
                        "a,b,y\n1,u,maybe\n",
                        model),
                bad("cell must be a number, but was 'x' (bikes.csv, line 2, column a)", "a,b\nx,u\n", model),
                bad(
                        "file must have column 'b' as in the model, but its columns are [a, c] (bikes.csv)",
                        "a,c\n1,u\n",
                        model),
                bad(
                        "column must be one of [a, b] as in the model, but was 'c' (bikes.csv); drop it",
                        "a,b,c\n1,u,2\n",
                        model),
                bad(
                        "target must be [y] as in the model, but was [b]",
                        "a,b,y\n1,u,no\n",
                        csv -> csv.schema(train.schema()).target("b")));
    }

    private static Arguments bad(String message, String text, UnaryOperator<Csv> options) {
        return Arguments.of(message, text, options);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFiles")
    void badFilesAreRefusedWithFileAndLine(String message, String text, UnaryOperator<Csv> options) {
        assertThatThrownBy(() -> options.apply(csv(text)).read())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void aFileThatCantBeReadIsNamed(@TempDir Path folder) throws IOException {
        Path absent = folder.resolve("absent.csv");
        Path latin = Files.write(folder.resolve("latin.csv"), new byte[] {'a', '\n', (byte) 0xE9, '\n'});

        assertThatThrownBy(() -> Csv.of(absent).read())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("can't read absent.csv: java.nio.file.NoSuchFileException: " + absent);
        assertThatThrownBy(() -> Csv.of(latin).read())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("file must be UTF-8, but latin.csv isn't; convert it");
    }

    @Test
    void anOpenQuoteIsRefused() {
        assertThatThrownBy(() -> csv("a\n\"1\n").read())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("file must be well-formed CSV, but bikes.csv isn't: ");
    }
}
