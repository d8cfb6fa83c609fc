package dev.limpid.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The testkit's users get core, JUnit's API and AssertJ, and nothing else: read from the build itself. */
class DependenciesTest {

    private static Set<String> shipped() throws Exception {
        Path below = Path.of("testkit/pom.xml");
        Path file = Files.exists(below) ? below : Path.of("pom.xml");
        Element project = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
        NodeList dependencies = project.getElementsByTagName("dependency");
        Set<String> shipped = new TreeSet<>();
        for (int i = 0; i < dependencies.getLength(); i++) {
            Element dependency = (Element) dependencies.item(i);
            if (!text(dependency, "scope").equals("test")) {
                shipped.add(text(dependency, "artifactId"));
            }
        }
        return shipped;
    }

    private static String text(Element dependency, String name) {
        NodeList named = dependency.getElementsByTagName(name);
        return named.getLength() == 0 ? "" : named.item(0).getTextContent().trim();
    }

    @Test
    void areCoreAndTheToolsOfTests() throws Exception {
        assertThat(shipped()).containsExactly("assertj-core", "junit-jupiter-api", "limpid-core");
    }
}
