package io.shopkeeper.cli.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shopkeeper.cli.ShopkeeperCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import picocli.CommandLine;

/** What a command printed. */
record Ran(int status, String out, String err) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Ran run(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    CommandLine command =
        ShopkeeperCommand.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    int status = command.execute(arguments);
    return new Ran(status, out.toString(), err.toString());
  }

  List<JsonNode> objects() {
    return out.lines()
        .map(
            line -> {
              try {
                return JSON.readTree(line);
              } catch (IOException problem) {
                throw new UncheckedIOException(problem);
              }
            })
        .toList();
  }
}
