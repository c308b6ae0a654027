import type { InputError } from "../errors/InputError.ts";

/** A picture of a pack. */
export interface PackedPicture {
  /** Its path in an archive, or its number in an IDX file, from 0. */
  name: string;
  /** The PNG or JPEG file, whatever it is; or why it is refused unread. */
  file: Uint8Array | InputError;
}

/** What a pack may ask for. */
export interface PackLimits {
  /** Bytes of the pack, and where it is gzipped of what it unpacks to. */
  maxBytes: number;
  maxPictures: number;
  /** Bytes of a picture, unpacked. */
  maxPictureBytes: number;
}
