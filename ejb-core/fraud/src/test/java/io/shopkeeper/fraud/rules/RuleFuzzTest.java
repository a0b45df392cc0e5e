package io.shopkeeper.fraud.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lets Jazzer attack the language of rules for some seconds, in a process of its own: with {@code
 * -Dshopkeeper.fuzz.seconds=600} for longer. No crash, no hang, no escape.
 */
class RuleFuzzTest {

  private static final int SECONDS = Integer.getInteger("shopkeeper.fuzz.seconds", 4);

  /** What a good attack begins with. */
  private static final List<String> SEEDS =
      List.of(
          "card.declined.1h >= 3 and not (country = \"DE\" or email in list mail)",
          "amount between 1 and 2.5 or card is not missing",
          "not not hour != -3",
          "\"${jndi:ldap://x}\" #{1+1} ${7*7} '; drop table fraud_rule; --",
          "((((((((((");

  private static final String WORDS =
      """
      and
      or
      not
      between
      in list cards
      is missing
      amount
      card
      email
      country
      customer.count.90d
      >=
      !=
      """;

  @TempDir private Path folder;

  @Test
  void nothingThatIsWrittenBreaksTheLanguage() throws IOException, InterruptedException {
    Path seeds = Files.createDirectory(folder.resolve("seeds"));
    for (int i = 0; i < SEEDS.size(); i++) {
      // What follows the text is read by Jazzer from the end: a number and a place.
      Files.writeString(seeds.resolve("seed-" + i), SEEDS.get(i) + "~~~~~~~~~~~~");
    }
    Path dictionary = folder.resolve("words");
    Files.writeString(
        dictionary,
        WORDS.lines().map(word -> '"' + word + '"').collect(Collectors.joining("\n", "", "\n")));
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(command(seeds, dictionary))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertThat(process.waitFor(SECONDS + 60L, TimeUnit.SECONDS)).as("it ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    String said = Files.readString(log, StandardCharsets.ISO_8859_1);
    assertThat(process.exitValue()).as(said).isZero();
    assertThat(said).containsPattern("Done \\d{3,} runs");
  }

  private static List<String> command(Path seeds, Path dictionary) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx400m", "-XX:+EnableDynamicAgentLoading"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add("com.code_intelligence.jazzer.Jazzer");
    command.add("--target_class=" + RuleFuzz.class.getName());
    command.add("--instrumentation_includes=io.shopkeeper.fraud.rules.**");
    command.add("--custom_hook_includes=io.shopkeeper.fraud.rules.**");
    command.addAll(
        List.of(
            "-max_total_time=" + SECONDS,
            "-timeout=5",
            "-seed=20261127",
            "-dict=" + dictionary,
            "-max_len=4200"));
    command.add(seeds.toString());
    return command;
  }
}
