package io.github.inceptionlens.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.command.DialogSupport.Suggestion;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Training;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What dialogs say while one types, of a network without classifier. */
class KeyChecksTest {

  private static final Optional<Architecture> WHOLE = Optional.of(Training.TEXTURES.architecture());
  private static final Optional<Architecture> BARE =
      Optional.of(Training.TEXTURES.withHead(List.of()).architecture());

  @ParameterizedTest
  @ValueSource(strings = {"top", "class:5", "class:'honeycomb epithelium'"})
  void aClassIsRefusedAtItsField(final String target) {
    assertThatThrownBy(() -> KeyChecks.check("target", target, BARE))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("textures without classifier has no classifier");
    assertThatCode(() -> KeyChecks.check("target", target, WHOLE)).doesNotThrowAnyException();
    assertThatCode(() -> KeyChecks.check("target", target, Optional.empty()))
        .doesNotThrowAnyException();
  }

  @Test
  void aUnitIsATargetOfAnyNetwork() {
    assertThatCode(() -> KeyChecks.check("target", "mixed4c:12", BARE)).doesNotThrowAnyException();
  }

  @Test
  void topIsOfferedOnlyWhereThereAreClasses() {
    assertThat(KeySuggestions.of("target", BARE))
        .extracting(Suggestion::value)
        .containsExactly("mixed4c:12");
    assertThat(KeySuggestions.of("target", WHOLE))
        .extracting(Suggestion::value)
        .containsExactly("top", "mixed4c:12");
  }
}
