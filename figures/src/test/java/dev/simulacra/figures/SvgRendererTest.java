package dev.simulacra.figures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class SvgRendererTest {
    private static final Axis UNIT = Axis.of(new Range(0, 1));

    /// A figure with every mark and with text that XML would take for its own.
    private static Page everything() {
        Values some = Values.of(0.1, 0.5, Double.NaN, 0.9);
        Plot plot = Plot.of("a < b & \"c\" ]]> σ", UNIT.named("<x>"), UNIT.named("y\u0000&amp;"))
                .with(new Mark.Field(some, 2, ColourScale.diverging(new Range(0, 1), List.of(new Tick(1, "<1")))))
                .with(new Mark.Contour(Values.of(0.0, 0, 1, 1), 2, 0.5, Stroke.dotted(Color.BLACK, 1)))
                .with(new Mark.Scatter(List.of(new Mark.Points(some, some, Palette.DATA)), Mark.Symbol.DOT, 2))
                .with(new Mark.Scatter(List.of(new Mark.Points(some, some, Palette.DATA)), Mark.Symbol.RING, 2))
                .with(new Mark.Scatter(List.of(new Mark.Points(some, some, Palette.DATA)), Mark.Symbol.CROSS, 2))
                .with(new Mark.Curve(some, Values.of(0.1, 1e300, 0, -1e300), Stroke.dashed(Palette.INK, 1)))
                .with(new Mark.Bars(List.of(new Mark.Bar(0.5, 0.5, "bar", Palette.DATA)), 0.1))
                .with(new Mark.Histogram(Values.of(0.0, 0.5, 1), Values.of(0.2, 0.3), Palette.SAMPLES))
                .with(new Mark.Level(0.5, Stroke.solid(Palette.INK, 1)))
                .with(new Mark.Band(0.2, 0.3, Palette.translucent(Palette.DATA, 0.5)))
                .with(new Mark.SideLabel(0.5, "½", Palette.INK, true))
                .with(new Mark.Note("note"))
                .with(new Mark.Name("name"))
                .withLegend(LegendEntry.dot("dot", Palette.DATA));
        return Page.of("Two < three", List.of(List.of(plot, plot))).titled("T & T").captioned("wide     spaces");
    }

    @Test
    void theFileIsValidXmlWithTextAndShapesAndRefersToNothingOutside() throws Exception {
        byte[] bytes = new SvgRenderer().render(everything());
        Document svg = parsed(bytes);

        assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(texts(svg, "title")).containsExactly("T & T");
        assertThat(texts(svg, "desc")).containsExactly("Two < three");
        assertThat(texts(svg, "text")).contains("a < b & \"c\" ]]> σ", "<x>", "y\\u0000&amp;", "<1", "½",
                "wide     spaces");
        assertThat(new String(bytes, UTF_8)).contains("<text xml:space=\"preserve\"");
        for (String shape : List.of("path", "circle", "rect", "image")) {
            assertThat(svg.getElementsByTagName(shape).getLength()).as(shape).isPositive();
        }
        assertThat(new String(bytes, UTF_8).replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http", "NaN", "Infinity", "url(", "<script");
        IntStream.range(0, svg.getElementsByTagName("image").getLength()).forEach(i -> assertThat(
                svg.getElementsByTagName("image").item(i).getAttributes().getNamedItem("href").getNodeValue())
                .startsWith("data:image/png;base64,"));
    }

    @Test
    void imagesAreEmbedded() throws Exception {
        Document svg = parsed(new SvgRenderer().render(new Images(Values.of(0f, 1, 1, 0), 2, 2, 1, 3, "A digit.")));

        assertThat(texts(svg, "title")).containsExactly("A digit.");
        assertThat(svg.getDocumentElement().getAttribute("width")).isEqualTo("6");
    }

    /// One layout: every word of the SVG is one that a canvas of a user's own is given.
    @Test
    void bothFormatsHaveTheWordsOfOneLayout() throws Exception {
        assertThat(texts(parsed(new SvgRenderer().render(everything())), "text"))
                .isEqualTo(RecordingCanvas.of(everything()).words());
    }

    private static Document parsed(byte[] svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
    }

    private static List<String> texts(Document svg, String tag) {
        NodeList found = svg.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength()).mapToObj(i -> found.item(i).getTextContent()).toList();
    }
}
