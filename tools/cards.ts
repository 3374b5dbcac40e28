import { writeCards } from './write-cards.ts';

// Every card as a file for the Adaptive Card Designer: `npm run cards -- FOLDER`.
const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('npm run cards -- FOLDER');
  process.exitCode = 2;
} else console.log(`${await writeCards(folder)} cards in ${folder}`);
