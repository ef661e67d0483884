package dev.simulacra.architecture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// A `pom.xml` of the project as it is written, without what it inherits.
///
/// @param folder the folder that it stands in
/// @param project its root element
record Pom(Path folder, Element project) {
    private static final Path ROOT = Path.of("..");

    static Pom in(Path folder) {
        try {
            return new Pom(folder, DocumentBuilderFactory.newInstance().newDocumentBuilder()
                    .parse(folder.resolve("pom.xml").toFile()).getDocumentElement());
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(folder + "/pom.xml cannot be read", e);
        }
    }

    /// The poms of all modules, also of those that only a profile builds.
    static List<Pom> modules() {
        return elements(in(ROOT).project, "module").map(module -> in(ROOT.resolve(module.getTextContent()))).toList();
    }

    /// The poms of the modules that other projects get as jars.
    static List<Pom> published() {
        return modules().stream()
                .filter(pom -> pom.text("packaging").isEmpty())
                .filter(pom -> pom.text("maven.deploy.skip").isEmpty())
                .toList();
    }

    /// The text of the first element of this name, of any depth.
    Optional<String> text(String name) {
        return elements(project, name).findFirst().map(Element::getTextContent);
    }

    /// The pom's own artifact id, without its parent's.
    String artifact() {
        return elements(project, "artifactId")
                .filter(element -> element.getParentNode().isSameNode(project))
                .map(Element::getTextContent)
                .findFirst()
                .orElseThrow();
    }

    /// The artifacts of other projects that it depends on or compiles with, each as `group:artifact`.
    List<String> libraries() {
        return Stream.concat(elements(project, "dependency"), elements(project, "path"))
                .map(element -> childText(element, "groupId") + ":" + childText(element, "artifactId"))
                .filter(library -> !library.startsWith("dev.simulacra:"))
                .toList();
    }

    /// The artifacts of this project for which it manages a version.
    List<String> managed() {
        return elements(project, "dependency").map(element -> childText(element, "artifactId")).toList();
    }

    @Override
    public String toString() {
        return folder.toString();
    }

    private static String childText(Element parent, String name) {
        return elements(parent, name).findFirst().map(Element::getTextContent).orElseThrow();
    }

    private static Stream<Element> elements(Element parent, String name) {
        var found = parent.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast);
    }
}
