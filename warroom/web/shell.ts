import { type PageAssets } from './assets.js';

/** Where the files of the page lie. */
export const ASSETS = '/room/assets';

/**
 * The page before its script runs. It holds nothing of the room, so anybody may see it; the script fills it in.
 */
export function shellOf({ script, style, icon }: PageAssets): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>War Room</title>
<link rel="icon" href="${ASSETS}/${icon.name}" type="image/svg+xml">
<link rel="stylesheet" href="${ASSETS}/${style.name}">
<script type="module" src="${ASSETS}/${script.name}"></script>
</head>
<body>
<noscript>The War Room needs JavaScript. In a terminal, msgraph-soar opens it without.</noscript>
</body>
</html>
`;
}
