package io.shopkeeper.console.frame;

import io.shopkeeper.platform.boundary.AlgorithmForm;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.boundary.Trainable;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The console's words in the reader's language. */
@Named
@RequestScoped
public class Words {

  private static final String BUNDLE = "io.shopkeeper.console.messages";

  private static final Pattern SPLIT =
      Pattern.compile(
          "(?:time:(?<share>0\\.\\d+)|(?:stratified|random):(?<part>0\\.\\d+)|(?:stratified-)?kfold:(?<folds>\\d{1,9})(?:@(?<seed>\\d+))?|nested:(?<outer>\\d{1,9}))(?: (?<more>.+))?");

  /** Names of models that learn from data sets begin so. */
  public static final String PREDICTION = "prediction-";

  @Inject private Reader reader;
  @Inject @Any private Instance<Trainable> trainables;

  private Map<String, String> algorithms;

  /** All words, for pages. */
  @Produces
  @Named("t")
  public ResourceBundle words() {
    Locale language =
        reader.getLocale().getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT;
    return ResourceBundle.getBundle(
        BUNDLE,
        language,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** A sentence with something put in. */
  public String format(String key, Object... values) {
    return new MessageFormat(words().getString(key), reader.getLocale()).format(values);
  }

  /**
   * The word for a value of an enumeration, such as {@code stage.LIVE}; the value itself if none.
   */
  public String of(String group, Object value) {
    String key = group + "." + value;
    if (words().containsKey(key)) {
      return words().getString(key);
    }
    String text = String.valueOf(value);
    return switch (group) {
      case "algorithm" -> algorithm(text);
      case "model" ->
          text.startsWith(PREDICTION)
              ? format("model.prediction", text.substring(PREDICTION.length()))
              : text;
      default -> text;
    };
  }

  /** Algorithms bring their own names: a new one needs no words here. */
  private String algorithm(String name) {
    if (algorithms == null) {
      algorithms = new HashMap<>();
      for (Trainable trainable : trainables) {
        // Many models learn by the same algorithms: their forms are made once.
        Set<List<String>> known = new HashSet<>();
        for (String model : trainable.models()) {
          if (!known.add(trainable.algorithms(model))) {
            continue;
          }
          for (AlgorithmForm form : trainable.forms(model, reader.getLocale())) {
            algorithms.putIfAbsent(form.name(), form.title());
          }
        }
      }
    }
    return algorithms.getOrDefault(name, name);
  }

  /**
   * How data was divided to measure a model: {@code time:0.2} or {@code kfold:10@7}; behind it
   * stands what else was measured on the same split. Any other name stays as it is: versions come
   * from other shops, too.
   */
  public String split(String name) {
    Matcher split = SPLIT.matcher(name);
    if (!split.matches()) {
      return rival(name);
    }
    String words = plain(split);
    String more = split.group("more");
    return more == null ? words : format("split.beside", words, of("split", more));
  }

  /** A split that the console has words for, or such a one and an algorithm behind it. */
  private String rival(String name) {
    int space = name.indexOf(' ');
    return words().containsKey("split." + name) || space < 0
        ? of("split", name)
        : format(
            "split.beside",
            of("split", name.substring(0, space)),
            of("algorithm", name.substring(space + 1)));
  }

  private String plain(Matcher split) {
    if (split.group("share") != null) {
      return format("split.time", Double.valueOf(split.group("share")));
    }
    if (split.group("part") != null) {
      return format("split.random", Double.valueOf(split.group("part")));
    }
    if (split.group("outer") != null) {
      return format("split.nested", Integer.valueOf(split.group("outer")));
    }
    String seed = split.group("seed");
    return format("split.kfold", Integer.valueOf(split.group("folds")), seed == null ? "42" : seed);
  }

  /** What a job does, in the reader's language; its own title where the console has no words. */
  public String job(JobView job) {
    return job(job.kind(), job.title(), job.parameters());
  }

  /** The same for a job of which these three are known. */
  public String job(String kind, String title, Map<String, String> parameters) {
    String key = "jobTitle." + kind;
    if (parameters.containsKey("file") && words().containsKey(key)) {
      return format(key, of("kind", parameters.get("kind")), parameters.get("file"));
    }
    if (parameters.containsKey("algorithm") && words().containsKey(key)) {
      return format(key, of("algorithm", parameters.get("algorithm")));
    }
    if (parameters.containsKey("placement") && words().containsKey(key)) {
      return format(
          key,
          of("placement", parameters.get("placement")),
          parameters.getOrDefault("version", ""));
    }
    return words().containsKey(key) ? words().getString(key) : title;
  }
}
