package io.shopkeeper.recommendation.training;

import io.shopkeeper.recommendation.features.OpponentFile;
import io.shopkeeper.training.snapshot.Snapshot;
import io.shopkeeper.training.snapshot.SnapshotWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The version that served when a training began, which its candidate is measured beside. It goes
 * into the snapshot, so that a training that is resumed has the same one.
 *
 * @param version in the registry
 * @param algorithm its name in the list of all
 * @param options with which it was trained
 * @param until the newest event that it has seen; empty if that is not known
 * @param artefact the model as it is stored; empty if it cannot be read
 */
public record Opponent(
    int version,
    String algorithm,
    Map<String, String> options,
    long seed,
    Optional<Instant> until,
    byte[] artefact) {

  private static final String START = "opponent.";
  private static final String VERSION = START + "version";
  private static final String ALGORITHM = START + "algorithm";
  private static final String SEED = START + "seed";
  private static final String UNTIL = START + "until";
  private static final String OPTION = START + "option.";

  /** Writes it. */
  public void write(SnapshotWriter writer) throws IOException {
    writer.fact(VERSION, Integer.toString(version));
    writer.fact(ALGORITHM, algorithm);
    writer.fact(SEED, Long.toString(seed));
    writer.fact(UNTIL, until.map(Instant::toString).orElse(""));
    options.forEach((name, value) -> writer.fact(OPTION + name, value));
    OpponentFile.write(writer, artefact);
  }

  /** That of a snapshot; empty if nothing served. */
  public static Optional<Opponent> read(Snapshot snapshot) throws IOException {
    Map<String, String> facts = snapshot.facts();
    if (!facts.containsKey(VERSION)) {
      return Optional.empty();
    }
    var options = new LinkedHashMap<String, String>();
    facts.forEach(
        (name, value) -> {
          if (name.startsWith(OPTION)) {
            options.put(name.substring(OPTION.length()), value);
          }
        });
    return Optional.of(
        new Opponent(
            Integer.parseInt(facts.get(VERSION)),
            facts.get(ALGORITHM),
            options,
            Long.parseLong(facts.get(SEED)),
            Optional.of(facts.get(UNTIL)).filter(text -> !text.isEmpty()).map(Instant::parse),
            OpponentFile.read(snapshot)));
  }

  /** Whether it would be trained as that lesson is. */
  boolean trainsAs(Lesson<?> lesson) {
    return lesson.is(algorithm, options, seed);
  }
}
