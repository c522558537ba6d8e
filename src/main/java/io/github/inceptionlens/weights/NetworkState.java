package io.github.inceptionlens.weights;

/**
 * What a list says of one network.
 *
 * @param name how keys name it
 * @param title what it is
 * @param state what can be done with it
 * @param bytes the length of its file; about how long a download is where there is none
 * @param place its file, or where it comes from
 * @param parent of a variant the network that it is an edit of; else an empty text
 * @param recipe of a variant its edits; else an empty text
 */
public record NetworkState(
    String name,
    String title,
    State state,
    long bytes,
    String place,
    String parent,
    String recipe) {

  /** The state of a network that is no variant. */
  public NetworkState(
      final String name,
      final String title,
      final State state,
      final long bytes,
      final String place) {
    this(name, title, state, bytes, place, "", "");
  }

  /** The state of a network's file. */
  public enum State {
    /** Inside the plugin. */
    BUNDLED("comes with the plugin"),
    /** In the folder, with a right digest. */
    VERIFIED("ready, verified"),
    /** In the folder, its digest not computed since it changed. */
    UNVERIFIED("there, not verified yet"),
    /** Added by the user. */
    OWN("ready, your own"),
    /** Edits of another network, see its title. */
    VARIANT("variant"),
    /** Added by the user, or by another who does not share it. */
    UNREADABLE("not readable: ask its owner for the rights"),
    /** Made by a person, who put it into the folder. */
    BY_HAND("ready, put there by you"),
    /** To be made by a person, who puts it into the folder. */
    TO_BE_MADE("not here: to be written with Python"),
    /** A folder that does not hold exactly one file. */
    UNUSABLE("not usable: one file of weights is expected"),
    /** Begun. */
    PARTIAL("partly downloaded"),
    /** To be downloaded. */
    ABSENT("not downloaded");

    private final String words;

    State(final String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }
}
