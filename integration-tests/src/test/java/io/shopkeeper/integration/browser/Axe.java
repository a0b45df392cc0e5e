package io.shopkeeper.integration.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Looks for what keeps people out of a page, by the rules of axe-core. */
final class Axe {

  private static final List<String> SERIOUS = List.of("serious", "critical");
  private static final String RULES = read();

  private Axe() {}

  /** Serious and critical findings of the page that is open, each with where it is. */
  static List<String> findings(Browser browser) {
    browser.script(RULES);
    return findings(browser, "{resultTypes: ['violations']}");
  }

  /** Those about colours, of a page on which all were looked for before: it has the rules. */
  static List<String> findingsOfColour(Browser browser) {
    return findings(
        browser,
        "{resultTypes: ['violations'], runOnly: ['color-contrast', 'link-in-text-block']}");
  }

  private static List<String> findings(Browser browser, String options) {
    Object found =
        browser.asyncScript(
            """
            const done = arguments[0];
            axe.run(document, OPTIONS).then(
              result => done(result.violations.map(each => ({
                impact: String(each.impact), id: each.id, help: each.help,
                nodes: each.nodes.slice(0, 5).map(node => node.target.join(' ') + ' ' + node.html.slice(0, 160)
                    + ' ' + node.any.map(why => why.message).join('; '))}))),
              problem => done([{impact: 'critical', id: 'axe', help: String(problem), nodes: []}]));
            """
                .replace("OPTIONS", options));
    return ((List<?>) found)
        .stream()
            .map(each -> (Map<?, ?>) each)
            .filter(each -> SERIOUS.contains(each.get("impact")))
            .map(Axe::line)
            .toList();
  }

  private static String line(Map<?, ?> finding) {
    return finding.get("id")
        + ": "
        + finding.get("help")
        + ((List<?>) finding.get("nodes"))
            .stream().map(node -> "\n    " + node).collect(Collectors.joining());
  }

  private static String read() {
    try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
