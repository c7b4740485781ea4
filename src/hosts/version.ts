declare const REBATE_RADAR_VERSION: string;

/** The version of package.json, put in by the build. */
export const VERSION = REBATE_RADAR_VERSION;
