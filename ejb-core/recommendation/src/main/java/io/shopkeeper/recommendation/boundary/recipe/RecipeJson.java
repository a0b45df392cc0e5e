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
    if (recipe == null) {
      throw InvalidInputException.of("", "must be a recipe, but is null");
    }
    List<FieldError> errors = RecipeCheck.check(recipe);
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
    return recipe;
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
