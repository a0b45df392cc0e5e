package io.shopkeeper.recommendation.boundary.recipe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import java.util.List;
import java.util.stream.Collectors;

/** Recipes as JSON documents. */
public final class RecipeJson {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private RecipeJson() {}

  /** Writes one. */
  public static String write(Recipe recipe) {
    try {
      return JSON.writeValueAsString(recipe);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a recipe is plain values", impossible);
    }
  }

  /**
   * Reads one and checks it.
   *
   * @throws InvalidInputException with every fault, and where it is
   */
  public static Recipe read(String text) {
    Recipe recipe;
    try {
      recipe = JSON.readValue(text, Recipe.class);
    } catch (JsonMappingException wrong) {
      throw InvalidInputException.of(pointer(wrong), message(wrong));
    } catch (JsonProcessingException notJson) {
      throw InvalidInputException.of(
          "", "is not JSON: line " + notJson.getLocation().getLineNr() + " cannot be read");
    }
    require(recipe);
    return recipe;
  }

  /**
   * Checks one.
   *
   * @throws InvalidInputException with every fault, and where it is
   */
  public static void require(Recipe recipe) {
    List<FieldError> errors = check(recipe);
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
  }

  /** Every fault of one, and where it is; empty for one that can be used. */
  public static List<FieldError> check(Recipe recipe) {
    return recipe == null
        ? List.of(new FieldError("", "must be a recipe, but is missing"))
        : RecipeCheck.check(recipe);
  }

  private static String pointer(JsonMappingException wrong) {
    return wrong.getPath().stream()
        .map(
            step ->
                step.getFieldName() == null
                    ? "/" + step.getIndex()
                    : "/" + step.getFieldName().replace("~", "~0").replace("/", "~1"))
        .collect(Collectors.joining());
  }

  private static String message(JsonMappingException wrong) {
    Throwable cause = wrong.getCause();
    return cause instanceof IllegalArgumentException
        ? cause.getMessage()
        : "cannot be read: " + wrong.getOriginalMessage();
  }
}
