package io.shopkeeper.console.frame;

import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Map;

/** What is wrong with an input, in the reader's language where the console has words for it. */
@Named
@RequestScoped
public class Faults {

  private static final FaultTable CHINESE = FaultTable.read("faults_zh_CN.tsv");

  private static final Map<String, String> PASSWORD =
      Map.of(
          "characters", "password.length",
          "user name", "password.name",
          "stolen", "password.stolen",
          "easy to guess", "password.easy");

  @Inject private Words words;
  @Inject private Reader reader;

  /** The first fault in a sentence. */
  public String of(InvalidInputException invalid) {
    FieldError first = invalid.errors().getFirst();
    if (first.pointer().equals("password")) {
      return PASSWORD.entrySet().stream()
          .filter(known -> first.message().contains(known.getKey()))
          .map(known -> words.words().getString(known.getValue()))
          .findFirst()
          .orElseGet(() -> say(first.message()));
    }
    String key = "fault." + first.pointer();
    return words.words().containsKey(key) ? words.words().getString(key) : invalid.getMessage();
  }

  /** The server's sentence, such as "must be a whole number, but is many". */
  public String say(String fault) {
    return reader.getLocale().getLanguage().equals(Locale.CHINESE.getLanguage())
        ? CHINESE.translate(fault)
        : fault;
  }
}
