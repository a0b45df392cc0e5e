package io.shopkeeper.console.jobs;

import io.shopkeeper.console.frame.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What curves are called in the reader's language. A name is a measure, what it was taken on, and
 * perhaps the part of the training and the version: {@code loss validation (evaluation) · v3}.
 */
@Named("curves")
@RequestScoped
public class CurveNames {

  private static final Pattern NAME =
      Pattern.compile("(?<curve>.*?)(?<evaluation> \\(evaluation\\))?(?<version> · v\\d+)?");

  @Inject private Words words;

  /** A curve's name. */
  public String name(String curve) {
    Matcher parts = NAME.matcher(curve);
    if (!parts.matches()) {
      return curve;
    }
    String name = plain(parts.group("curve"));
    if (parts.group("evaluation") != null) {
      name = words.format("curve.evaluation", name);
    }
    return parts.group("version") == null ? name : name + parts.group("version");
  }

  private String plain(String curve) {
    String whole = words.of("curve", curve);
    String[] measure = curve.split(" ", 2);
    return !whole.equals(curve) || measure.length < 2
        ? whole
        : words.format(
            "curve.on", words.of("metric", measure[0]), words.of("curvePart", measure[1]));
  }
}
