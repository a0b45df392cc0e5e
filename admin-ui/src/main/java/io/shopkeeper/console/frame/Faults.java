package io.shopkeeper.console.frame;

import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** What is wrong with an input, in the reader's language where the console has words for it. */
@RequestScoped
public class Faults {

  private static final Map<String, String> PASSWORD =
      Map.of(
          "characters", "password.length",
          "user name", "password.name",
          "stolen", "password.stolen",
          "easy to guess", "password.easy");

  @Inject private Words words;

  /** The first fault in a sentence. */
  public String of(InvalidInputException invalid) {
    FieldError first = invalid.errors().getFirst();
    if (first.pointer().equals("password")) {
      return PASSWORD.entrySet().stream()
          .filter(known -> first.message().contains(known.getKey()))
          .map(known -> words.words().getString(known.getValue()))
          .findFirst()
          .orElse(first.message());
    }
    String key = "fault." + first.pointer();
    return words.words().containsKey(key) ? words.words().getString(key) : invalid.getMessage();
  }
}
