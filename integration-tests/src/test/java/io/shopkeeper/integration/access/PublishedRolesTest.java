package io.shopkeeper.integration.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/roles.md} says what the code does, and nothing is left out of it. */
class PublishedRolesTest {

  private static final Path DOCUMENT = Classes.home().resolve("docs/roles.md");
  private static final Path BUNDLES =
      Classes.home().resolve("admin-ui/src/main/resources/io/shopkeeper/console");

  /** Acts before anybody is signed in, and what only reads for the page. */
  private static final Set<String> OPEN =
      Set.of(
          "signIn.enter",
          "signIn.enterCode",
          "signIn.leave",
          "signIn.requirePending",
          // Each list and each of its acts names a right of its own; notices are one's own.
          "ledgers.act",
          "notices.act",
          "me.refused",
          "schedule.show",
          "welcome.choose");

  @Test
  void theDocumentIsWhatTheCodeSays() throws IOException {
    String fresh = document();
    String kept = Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "";
    if (!kept.equals(fresh)) {
      Files.writeString(DOCUMENT, fresh);
    }
    assertThat(kept)
        .as("docs/roles.md was out of date. It is written anew: look at the change and commit it")
        .isEqualTo(fresh);
  }

  @Test
  void everyActRequiresARight() {
    assertThat(ConsoleActs.all())
        .allSatisfy(
            (act, rights) ->
                assertThat(rights.isEmpty() && !OPEN.contains(act) && !act.endsWith(".load"))
                    .as("%s is called by a page but requires no right: me.require(Right...)", act)
                    .isFalse());
  }

  @Test
  void everyPathOfTheInterfaceSaysWhoMayCallIt() {
    assertThat(RestDoors.all())
        .isNotEmpty()
        .allSatisfy(
            door ->
                assertThat(door.unguarded() || door.scope().isPresent()).as("%s", door).isTrue());
  }

  @Test
  void everyRightAndRoleHasAWordInBothLanguages() throws IOException {
    for (String bundle : List.of("messages.properties", "messages_zh_CN.properties")) {
      Properties words = words(bundle);
      for (Right right : Right.values()) {
        assertThat(words).as(bundle).containsKey("right." + right);
      }
      for (Role role : Role.values()) {
        assertThat(words).as(bundle).containsKey("role." + role);
      }
    }
  }

  private static String document() throws IOException {
    Properties english = words("messages.properties");
    Properties chinese = words("messages_zh_CN.properties");
    var text = new StringBuilder();
    text.append(
        """
        # Roles and rights · 角色与权限

        Who may do what in the console and, for people and keys, over REST. This page is made from the
        code by a test, which also walks every page and path of a running shop with every role and
        every scope. 谁可以在控制台和接口中做什么。本页由测试根据代码生成，测试还会用每个角色和每个密钥权限访问
        运行中的店铺的所有页面和路径。

        ## Rights of the roles · 角色的权限

        """);
    text.append("| right 权限 | |");
    for (Role role : Role.values()) {
      text.append(" %s %s |".formatted(english.get("role." + role), chinese.get("role." + role)));
    }
    text.append("\n| --- | --- |").append(" :-: |".repeat(Role.values().length)).append('\n');
    for (Right right : Right.values()) {
      text.append(
          "| `%s` | %s · %s |"
              .formatted(right, english.get("right." + right), chinese.get("right." + right)));
      for (Role role : Role.values()) {
        text.append(right.roles().contains(role) ? " ● |" : " |");
      }
      text.append('\n');
    }
    text.append("\n## Pages of the console · 控制台页面\n\n| page | opened by |\n| --- | --- |\n");
    ConsolePages.all()
        .forEach(
            page ->
                text.append(
                    "| `/console/%s` | %s |%n"
                        .formatted(
                            page.address(),
                            page.right().map(right -> "`" + right + "`").orElse("everybody"))));
    text.append("\n## Acts on pages · 页面上的操作\n\n| act | needs |\n| --- | --- |\n");
    for (Map.Entry<String, Set<Right>> act : ConsoleActs.all().entrySet()) {
      if (!act.getValue().isEmpty()) {
        text.append(
            "| `%s` | %s |%n"
                .formatted(
                    act.getKey(),
                    act.getValue().stream()
                        .map(right -> "`" + right + "`")
                        .collect(Collectors.joining(", "))));
      }
    }
    text.append(
        """

        ## REST · 接口

        A key needs the scope; a person who is signed in to the console needs the right. 密钥需要相应的
        scope；已登录控制台的人员需要相应的权限。

        | method | path below `/api/v1` | key | person |
        | --- | --- | --- | --- |
        """);
    RestDoors.all()
        .forEach(
            door ->
                text.append(
                    "| %s | `/%s` | %s | %s |%n"
                        .formatted(
                            door.verb(),
                            door.path(),
                            door.unguarded()
                                ? "not needed"
                                : "`%s`%s"
                                    .formatted(
                                        door.scope().map(Enum::name).orElse("-"),
                                        door.publicKey() ? ", public too" : ""),
                            door.unguarded()
                                ? "everybody"
                                : door.right()
                                    .map(right -> "`" + right + "`")
                                    .orElse("keys only"))));
    return text.toString();
  }

  private static Properties words(String bundle) throws IOException {
    var words = new Properties();
    try (var reader = Files.newBufferedReader(BUNDLES.resolve(bundle))) {
      words.load(reader);
    }
    return words;
  }
}
