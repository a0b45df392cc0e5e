package io.shopkeeper.console.models;

import io.shopkeeper.console.frame.Faults;
import io.shopkeeper.console.frame.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a version changed its stage. Where the quality gate had its say, the history keeps a sentence
 * with the names that metrics and splits have in files; here they get words.
 */
@Named("gateWords")
@RequestScoped
public class GateWords {

  private static final Pattern OTHER =
      Pattern.compile("(?<settings>the settings of )?v(?<version>\\d{1,9})");

  @Inject private Words words;
  @Inject private Faults faults;

  /** The reason in the reader's language. */
  public String of(String reason) {
    return GateSentence.find(reason).map(this::tell).orElseGet(() -> faults.say(reason));
  }

  private String tell(GateSentence gate) {
    String figures =
        words.format(
            "gate.figures",
            words.of("metric", gate.metric()),
            gate.candidate(),
            gate.against(),
            other(gate.other()),
            gate.low(),
            gate.high(),
            words.format("gate.count." + gate.unit(), gate.units()),
            words.split(gate.split()));
    return words.format("gate.reason." + gate.how(), figures, gate.more());
  }

  private String other(String other) {
    Matcher version = OTHER.matcher(other);
    return version.matches()
        ? words.format(
            version.group("settings") == null ? "gate.beside.version" : "gate.beside.settings",
            version.group("version"))
        : words.of("gate.beside", other);
  }
}
