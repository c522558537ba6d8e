package io.github.inceptionlens.command;

/** A command that can tell, before it runs, how much work its inputs ask for. */
public interface CostEstimate {

  /**
   * What is coming, in a few words; empty where there is nothing to say.
   *
   * @throws io.github.inceptionlens.core.UserError when the inputs are not allowed
   */
  String forecast();
}
